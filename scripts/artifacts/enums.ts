// enums.ts: for each list of values an object, its type, and helpers.
import type { Declaration } from "../contract.ts";
import { code, identifier, stringLiteral } from "../lib/code.ts";
import { camelName } from "../lib/words.ts";
import type { View } from "../lib/view.ts";
import type { VendorArtifact } from "./artifact.ts";
import { type EnumShape, enumShape, memberNames } from "../lib/enum-shape.ts";
import { headerOf } from "./header.ts";
import { declarationComment } from "./types.ts";

export const enums: VendorArtifact = {
  template: "src/vendor/enums.ts",
  view: (vendor) => {
    const shapes = vendor.contract.declarations.flatMap((declaration) => {
      const shape = enumShape(declaration);
      return shape === null ? [] : [{ declaration, shape }];
    });
    return {
      header: headerOf(vendor),
      any: shapes.length > 0,
      closed: shapes.some(({ shape }) => !shape.open),
      enums: shapes.map(({ declaration, shape }) => enumView(declaration, shape)),
    };
  },
};

function enumView(declaration: Declaration, { values, open }: EnumShape): View {
  const names = memberNames(values);
  return {
    comment: declarationComment(declaration),
    name: identifier(declaration.name),
    link: code`{@link ${identifier(declaration.name)}}`,
    camel: identifier(camelName(declaration.name)),
    open,
    members: values.map((value) => ({ name: identifier(names.get(value) ?? "_"), value: stringLiteral(value) })),
  };
}
