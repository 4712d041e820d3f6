// compile() is pure: the same bytes in give the same bytes out, whatever the clock, language, folder and order of keys; what it is given stays as it is.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, type Output } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { readSchemas } from "../scripts/files.ts";
import { inFolders } from "./support/batch.ts";
import { positions } from "./support/hostile-positions.ts";
import { hostileStrings } from "./support/hostile-strings.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const run = (program: string, parameters: readonly string[], cwd = ROOT): string =>
  execFileSync(program, parameters, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Names whose order and case depend on the language: Turkish i, Swedish and German letters, digits, astral characters. */
const names = ["i", "I", "İ", "ı", "ä", "a", "z", "ö", "Z", "10", "9", "2", "ß", "ss", "😀", "\uffff", "e\u0301", "\u00e9", "A", "_", "-"];

/** The vendors of this repository, many small ones with a hostile text each, and one whose documents have every sort of name. */
function documents(): { readonly [path: string]: string } {
  const hostile = positions.map((position, index) => ({
    vendor: `p${index}`,
    files: position.place(hostileStrings[(index * 7) % hostileStrings.length] ?? ""),
  }));
  const schema = {
    title: "Thing",
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { enum: names, description: name, examples: [name] }])),
    definitions: Object.fromEntries(names.map((name) => [name, { type: "object", properties: { [name]: { type: "string" } } }])),
  };
  return {
    ...readSchemas(join(ROOT, "schemas")).files,
    ...inFolders(hostile.map(({ vendor, files }) => ({ vendor, files: files.files }))),
    ...Object.fromEntries(
      names
        .slice(0, 6)
        .map((name, index) => [
          `names/${index % 2 === 0 ? name : `${name}${index}`}.json`,
          JSON.stringify({ ...schema, title: `Thing ${name}` }),
        ]),
    ),
    "names/thing.json": JSON.stringify(schema),
  };
}

let folder = "";
let given: { readonly [path: string]: string } = {};
let expected = "";

const hashes = (
  order: string,
  environment: { readonly [name: string]: string } = {},
  cwd = folder,
  flags: readonly string[] = [],
): string =>
  execFileSync(
    process.execPath,
    [...flags, join(ROOT, "test/support/hash-output.mjs"), join(folder, "dist/scripts/compile.js"), join(folder, "documents.json"), order],
    { cwd, encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", ...environment } },
  );

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "hookwright-pure-")));
  cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
  cpSync(join(ROOT, "templates"), join(folder, "templates"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  try {
    run(join(ROOT, "node_modules/.bin/tsc"), [
      "--project",
      ROOT,
      "--outDir",
      join(folder, "dist"),
      "--emitDeclarationOnly",
      "false",
      "--declaration",
      "false",
    ]);
  } catch {
    // What does not compile is another test's affair; tsc writes the modules all the same.
  }
  run(process.execPath, [join(folder, "dist/scripts/build-templates.js")], folder);
  const all = documents();
  // Documents with errors would leave no files to compare.
  const { diagnostics } = await compile({ files: all });
  const wrong = new Set(diagnostics.filter(isError).map(({ origin }) => origin.file.split("/")[0]));
  given = Object.fromEntries(Object.entries(all).filter(([path]) => !wrong.has(path.split("/")[0])));
  writeFileSync(join(folder, "documents.json"), JSON.stringify(given));
  expected = hashes("given");
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there is output to compare", () => {
  expect(JSON.parse(expected).files.length).toBeGreaterThan(100);
});

test("it is plain data, which can be cloned and sent to a thread", async () => {
  const output = await compile({ files: readSchemas(join(ROOT, "schemas")).files });
  expect(structuredClone(output)).toEqual(output);
});

describe("the same bytes come out", () => {
  const environments: readonly (readonly [name: string, environment: { readonly [name: string]: string }])[] = [
    ["in Kathmandu", { TZ: "Asia/Kathmandu" }],
    ["on the other side of the date line", { TZ: "Pacific/Kiritimati" }],
    ["in Turkish", { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" }],
    ["in Swedish", { LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8", LC_COLLATE: "sv_SE.UTF-8" }],
    ["in no language", { LANG: "C", LC_ALL: "C" }],
    ["with colours forced", { FORCE_COLOR: "1", TERM: "xterm-256color", COLUMNS: "20" }],
    ["in CI and in production", { CI: "true", NODE_ENV: "production", DEBUG: "*" }],
    ["with another home and user", { HOME: "/nowhere", USER: "nobody", TMPDIR: "/tmp" }],
  ];
  test.each(environments)("%s", (_, environment) => expect(hashes("given", environment)).toBe(expected));

  test.each(["reversed", "shuffled"])("with the documents' keys %s", (order) => expect(hashes(order)).toBe(expected));

  test.each(["/", tmpdir(), ROOT])("from the folder %s", (cwd) => expect(hashes("given", {}, cwd)).toBe(expected));

  test("from a folder with a schemas folder, templates and settings of its own", () => {
    const other = join(folder, "other");
    mkdirSync(join(other, "schemas/v"), { recursive: true });
    mkdirSync(join(other, "templates"));
    writeFileSync(join(other, "schemas/v/source.json"), "{");
    writeFileSync(join(other, "templates/tsconfig.json"), "{}");
    writeFileSync(join(other, "package.json"), "{}");
    expect(hashes("given", {}, other)).toBe(expected);
  });

  test("without Object.prototype.__proto__", () =>
    expect(hashes("given", {}, folder, ["--no-warnings", "--disable-proto=delete"])).toBe(expected));

  test("with a small stack and a small heap", () =>
    expect(hashes("given", {}, folder, ["--stack-size=700", "--max-old-space-size=512"])).toBe(expected));

  test("as in this process", async () => {
    const { files } = await compile({ files: given });
    expect(Object.keys(files)).toEqual(JSON.parse(expected).files.map(([path]: readonly [string, string]) => path));
  });
});

/** Freezes a value with all that it holds. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

describe("what compile() is given and gives", () => {
  test("frozen documents compile to the same as others", async () => {
    const before = JSON.stringify(given);
    const [plain, hard] = await Promise.all([compile({ files: given }), compile(frozen({ files: { ...given } }))]);
    expect(JSON.stringify(hard)).toBe(JSON.stringify(plain));
    expect(JSON.stringify(given)).toBe(before);
  });

  test("runs beside each other do not disturb each other", async () => {
    const halves = [0, 1, 2].map((part) =>
      Object.fromEntries(Object.entries(given).filter(([path]) => (path.charCodeAt(1) + path.charCodeAt(0)) % 3 === part)),
    );
    const apart: Output[] = [];
    for (const files of halves) apart.push(await compile({ files }));
    const together = await Promise.all(halves.map((files) => compile({ files })));
    expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
  });

  test("a vendor's output does not depend on the other vendors", async () => {
    const { files } = await compile({ files: given });
    const own = Object.fromEntries(Object.entries(given).filter(([path]) => path.startsWith("names/")));
    const alone = await compile({ files: own });
    for (const [path, text] of Object.entries(alone.files).filter(([path]) => path.startsWith("src/names/")))
      expect(files[path], path).toBe(text);
  });

  test("documents without a prototype are read like others", async () => {
    const bare: Record<string, string> = Object.assign(Object.create(null), given);
    expect(JSON.stringify(await compile({ files: bare }))).toBe(JSON.stringify(await compile({ files: given })));
  });
});
