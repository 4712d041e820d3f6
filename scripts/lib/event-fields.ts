// What members that hold events' names are called, and which names are no mere words.
import { pointerKeys } from "./pointer.ts";

const NAMES = /^(event|event_?(type|name))$/i;
const TYPES = /^(type|topic|action)$/i;

/** 2 for a member that is called an event's name, 1 for one that is called a type of whatever it stands in, 0 for others. */
export function calledAsName(pointer: string): 0 | 1 | 2 {
  const keys = pointerKeys(pointer);
  const key = keys.at(-1) ?? "";
  if (NAMES.test(key)) return 2;
  return TYPES.test(key) && keys.length <= 2 ? 1 : 0;
}

/** Whether a name is one word, as many other texts are: `public`, and not `company.created` or `Data sync completed`. */
export const isWord = (name: string): boolean => !/[^\p{L}\p{N}]/u.test(name);
