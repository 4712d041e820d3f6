// From a valid value, values that each break one rule of its JSON Schema. Made from the schema alone.
import type { Json, Schema } from "../../scripts/contract.ts";
import { entries, isArray, isObject, isSchema } from "../../scripts/lib/json.ts";
import type { Resolve } from "./interpret.ts";

/** A value with one fault: what must be said of it, and where. */
export interface Break {
  readonly value: Json;
  readonly pointer: string;
  readonly keyword: string;
}

const SAMPLES: readonly Json[] = [null, true, 1.5, 7, "some text", [], {}];
const BAD_FORMATS: { readonly [format: string]: readonly string[] } = {
  uuid: [
    "",
    "ba29118f",
    "ba29118f-5406-4e59-b05c-ba307ca38d0",
    "ga29118f-5406-4e59-b05c-ba307ca38d01",
    "{ba29118f-5406-4e59-b05c-ba307ca38d01}",
    "ba29118f-5406-4e59-b05c-ba307ca38d01\n",
  ],
  uri: [
    "",
    "app.codat.io/companies",
    "//app.codat.io",
    "https://app codat.io",
    "1https://app.codat.io",
    "https://app.codat.io/\n",
    "https://app.codat.io/%zz",
  ],
};

const isOf = (value: Json, type: Json): boolean => {
  if (type === "object") return isObject(value);
  if (type === "array") return isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return type === "null" ? value === null : typeof value === type;
};

const token = (name: string | number): string => String(name).replaceAll("~", "~0").replaceAll("/", "~1");
const own = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The breaks of a member or item, with the whole value around them. */
const inside = (found: readonly Break[], name: string | number, around: (part: Json) => Json): readonly Break[] =>
  found.map(({ value, pointer, keyword }) => ({ value: around(value), pointer: `/${token(name)}${pointer}`, keyword }));

/** Every way to break one rule of the schema in a valid value. `passing` is what another form lets through. */
export function breaksOf(schema: Schema, value: Json, resolve: Resolve, passing: readonly Json[] = []): readonly Break[] {
  if (!isObject(schema)) return [];
  return entries(schema).flatMap(([keyword, rule]): readonly Break[] => {
    const here = (values: readonly Json[]): readonly Break[] => values.map((one) => ({ value: one, pointer: "", keyword }));
    switch (keyword) {
      case "$ref":
        return breaksOf(resolve(String(rule)), value, resolve, passing);
      case "type": {
        const types = isArray(rule) ? rule : [rule];
        return here(SAMPLES.filter((sample) => !passing.includes(sample) && !types.some((type) => isOf(sample, type))));
      }
      case "enum":
      case "const": {
        const allowed = isArray(rule) ? rule : [rule];
        const near = allowed.flatMap((one) =>
          typeof one === "string" ? [one.toUpperCase(), one.toLowerCase(), `${one} `, one.slice(1)] : [],
        );
        return here(["", "__proto__", "constructor", ...new Set(near)].filter((one) => !allowed.includes(one)));
      }
      case "format":
        return here(BAD_FORMATS[String(rule)] ?? []);
      case "maxLength":
        return here(["x".repeat(Number(rule) + 1), "\u{1f4a7}".repeat(Number(rule) + 1)]);
      case "anyOf": {
        const forms = (isArray(rule) ? rule : []).filter(isSchema);
        const orNull = forms.some((form) => own(form, "type") === "null");
        return value === null
          ? []
          : forms.filter((form) => own(form, "type") !== "null").flatMap((form) => breaksOf(form, value, resolve, orNull ? [null] : []));
      }
      case "required":
        return (isArray(rule) ? rule.map(String) : []).map((name) => ({
          value: Object.fromEntries(entries(value).filter(([key]) => key !== name)),
          pointer: `/${token(name)}`,
          keyword,
        }));
      case "properties":
      case "additionalProperties":
        return entries(value).flatMap(([name, part]) => {
          const stated = own(schema["properties"], name);
          const inner = keyword === "properties" ? stated : stated === undefined ? rule : undefined;
          return isSchema(inner)
            ? inside(breaksOf(inner, part, resolve), name, (broken) => ({ ...(isObject(value) ? value : {}), [name]: broken }))
            : [];
        });
      case "items":
        return isArray(value) && isSchema(rule)
          ? value.flatMap((item, index) => inside(breaksOf(rule, item, resolve), index, (broken) => value.with(index, broken)))
          : [];
      case "maxProperties": {
        const [member] = entries(value);
        const extra = Array.from({ length: Number(rule) + 1 }, (_, index) => [`key ${index}`, member?.[1] ?? "text"]);
        return here([Object.fromEntries(extra)]);
      }
      case "propertyNames": {
        const [member] = entries(value);
        const named = (name: string, broken: string): Break => ({
          value: { [name]: member?.[1] ?? "text" },
          pointer: `/${token(name)}`,
          keyword: broken,
        });
        const [least, most] = [own(rule, "minLength"), own(rule, "maxLength")];
        return [
          ...(least === 1 ? [named("", "minLength")] : []),
          ...(typeof most === "number" ? [named("~/".repeat(most), "maxLength")] : []),
        ];
      }
      default:
        return [];
    }
  });
}
