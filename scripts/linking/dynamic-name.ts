// Which dynamic anchor a reference asks for.
import type { Part } from "../dialects/restate.ts";
import type { Place } from "./resource.ts";
import { splitFragment } from "./uri.ts";

/**
 * The dynamic anchor ("" for that of `$recursiveRef`) by which the dynamic scope decides what a reference means, or null where its plain
 * reading, `place`, is all that it means (2020-12 Core, section 8.2.3.2; 2019-09 Core, section 8.2.4.2).
 */
export function dynamicName(part: Part, place: Place): string | null {
  if (part.holds === "reference") return null;
  const name = part.holds === "recursiveReference" ? "" : splitFragment(String(part.value))[1];
  return place.resource.dynamic.get(name)?.schema === place.schema ? name : null;
}
