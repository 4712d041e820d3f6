// An object that is filled when somebody lists its members, and that answers for single ones before.

interface Values<T> {
  [key: string]: T;
}

/**
 * An object whose members are worked out when they are asked for: one by one as long as nobody lists them, then all of them. `all` must give
 * what `one` answers. Seen from outside it is plain: it can be listed, copied and written as JSON.
 */
export function lazyRecord<T>(
  one: (key: string) => T | undefined,
  all: () => Iterable<readonly [string, T]>,
): { readonly [key: string]: T } {
  const target: Values<T> = {};
  const asked = new Map<string, T | undefined>();
  let filled = false;
  const fill = (): Values<T> => {
    if (filled) return target;
    filled = true;
    asked.clear();
    for (const [key, value] of all()) Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
    return target;
  };
  const own = (key: string | symbol): T | undefined => {
    if (typeof key === "symbol") return undefined;
    if (filled) return Object.hasOwn(target, key) ? target[key] : undefined;
    // Several artifacts ask for the same.
    const known = asked.get(key);
    if (known !== undefined || asked.has(key)) return known;
    const value = one(key);
    asked.set(key, value);
    return value;
  };
  return new Proxy(target, {
    get: (_, key) => own(key) ?? Reflect.get(Object.prototype, key),
    has: (_, key) => own(key) !== undefined || Reflect.has(Object.prototype, key),
    getOwnPropertyDescriptor: (_, key) => {
      if (filled) return Reflect.getOwnPropertyDescriptor(target, key);
      const value = own(key);
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
    },
    ownKeys: () => Reflect.ownKeys(fill()),
    preventExtensions: () => Reflect.preventExtensions(fill()),
  });
}
