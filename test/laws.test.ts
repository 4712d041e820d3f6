// The laws of ARCHITECTURE.md that speak of the repository itself.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { vendorArtifacts } from "../scripts/artifacts/registry.ts";
import { compile } from "../scripts/compile.ts";
import { catalogue } from "../scripts/diagnostics.ts";
import { readSchemas, readTree } from "../scripts/files.ts";
import { keywordNames } from "../scripts/keywords/registry.ts";

const scripts = readTree("scripts") ?? new Map<string, string>();
const templates = readTree("templates") ?? new Map<string, string>();
const { files } = readSchemas("schemas");

test("no vendor's name stands in code or templates", () => {
  const vendors = new RegExp(
    Object.keys(files)
      .map((path) => path.split("/")[0])
      .filter((name) => name !== "source.json")
      .join("|"),
    "i",
  );
  const found = [...scripts, ...templates].filter(([, text]) => vendors.test(text)).map(([path]) => path);
  expect(found).toEqual([]);
});

test("each heavy dependency is imported by the one file that ARCHITECTURE.md names", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const table = readFileSync("ARCHITECTURE.md", "utf8");
  for (const name of Object.keys(dependencies)) {
    const importers = [...scripts]
      .filter(
        ([path, text]) => !path.startsWith("bench/") && new RegExp(`(from|import\\(|resolve\\(|import) ?["\`']${name}[/"\`']`).test(text),
      )
      .map(([path]) => `scripts/${path}`);
    const row = table.split("\n").find(
      (line) =>
        line.startsWith("|") &&
        line
          .split("|")[1]
          ?.split(",")
          .map((one) => one.trim())
          .includes(name),
    );
    expect({ name, importers: importers.length <= 1, named: row?.includes(`\`${importers[0] ?? "scripts/verify/compiles.ts"}\``) }).toEqual(
      { name, importers: true, named: true },
    );
  }
});

test("only the folder of disk functions and the tools of verification touch the disk", () => {
  const touching = [...scripts].filter(([, text]) => /from "node:(fs|child_process)/.test(text)).map(([path]) => path);
  expect(touching.filter((path) => !/^(files|verify|bench|conformance|score)\/|^build-helpers\.mjs$/.test(path))).toEqual([]);
});

test("templates/ and generated/ have the same tree", async () => {
  const { files: generated, contract } = await compile({ files });
  const vendors = contract.vendors.map(({ vendor }) => vendor);
  const paths = [...templates.keys()].flatMap((path) => {
    const plain = path.replace(/\.hbs$/, "");
    return plain.includes("/vendor/") ? vendors.map((vendor) => plain.replace("/vendor/", `/${vendor}/`)) : [plain];
  });
  const uncalled = contract.vendors.flatMap((one) =>
    vendorArtifacts
      .filter(({ view }) => view({ contract: one, title: one.vendor, samples: [] }) === null)
      .map(({ template }) => template.replace("src/vendor/", `src/${one.vendor}/`)),
  );
  expect(Object.keys(generated).filter((path) => !paths.includes(path))).toEqual([]);
  // Modules without holes are left out when nothing imports them, and those of a vendor when nothing of it calls for them.
  expect(uncalled).toEqual(["src/railz/upgrades.ts"]);
  expect(
    paths.filter((path) => generated[path] === undefined && !uncalled.includes(path) && !(templates.has(path) && path.startsWith("src/"))),
  ).toEqual([]);
});

test("the map has each room once", () => {
  const rows = readFileSync("ARCHITECTURE.md", "utf8").match(/^\| `[^|]*\|/gm) ?? [];
  expect(rows.filter((row, at) => rows.indexOf(row) < at)).toEqual([]);
});

test("files are small", () => {
  const sizes = [...scripts].map(([path, text]) => ({ path, lines: text.split("\n").length }));
  expect(sizes.filter(({ lines }) => lines > 260)).toEqual([]);
  expect(sizes.filter(({ lines }) => lines <= 60).length).toBeGreaterThan(sizes.length / 2);
});

test("the first line of every file says what it holds", () => {
  const silent = [...scripts, ...templates]
    .filter(([path, text]) => path.endsWith(".ts") && !/^(#!.*\n)?\/\/ /.test(text))
    .map(([path]) => path);
  expect(silent).toEqual([]);
});

test("no any, and no cast but as const", () => {
  const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gm, '""');
  const found = [...scripts, ...templates, ...(readTree("generated/src") ?? [])]
    .filter(([path]) => path.endsWith(".ts"))
    .flatMap(([path, text]) =>
      (code(text).match(/.*(:\s*any\b|\bas (?!const\b|[A-Za-z]+[ ,}]).*|<any>).*/g) ?? []).map((line) => `${path}: ${line}`),
    );
  expect(found.filter((line) => !/: (import|export) (type )?[{*]/.test(line))).toEqual([]);
});

test("every slug of the catalogue is used, and every text has what it calls for", () => {
  const slugs = Object.keys(catalogue);
  const rest =
    [...scripts]
      .filter(([path]) => path !== "diagnostics.ts")
      .map(([, text]) => text)
      .join("\n") + readFileSync("scripts/readers/json-scanner.ts", "utf8");
  expect(slugs.filter((slug) => !rest.includes(`"${slug}"`))).toEqual([]);
});

test("every keyword is known by the registry alone", () => {
  expect(keywordNames.length).toBe(new Set(keywordNames).size);
  const own = new Set(readdirSync("scripts/keywords").map((name) => name.replace(/\.ts$/, "")));
  const kebab = (name: string): string =>
    ({
      $ref: "reference",
      minContains: "contains",
      maxContains: "contains",
      then: "if",
      else: "if",
      contentEncoding: "content",
      contentMediaType: "content",
    })[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const annotations = new Set(
    "title description default examples deprecated readOnly writeOnly $comment discriminator xml externalDocs".split(" "),
  );
  expect(keywordNames.filter((name) => !annotations.has(name) && !own.has(kebab(name)))).toEqual([]);
});

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("every path that %s names exists", (document) => {
  const paths = readFileSync(document, "utf8").match(/`(scripts|templates|test|generated|schemas|\.ci)\/[\w./-]*`/g) ?? [];
  const named = paths.map((path) => path.slice(1, -1)).filter((path) => !path.endsWith("/") || existsSync(path));
  expect(paths.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("the vendors' documents are committed byte for byte", () => {
  expect(readFileSync(".gitattributes", "utf8")).toContain("schemas/** -text");
  const settings = Object.keys(files).filter((path) => path.endsWith("/source.json"));
  expect(settings.length).toBeGreaterThan(0);
});
