// Which nodes of a graph can reach themselves (Tarjan's algorithm, without recursion: graphs can be deep).

interface Frame {
  readonly node: string;
  readonly to: readonly string[];
  next: number;
}

/** The nodes that lie on a cycle. `edges` gives the nodes that one leads to; names that it does not hold lead nowhere. */
export const nodesOnCycles = (edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => new Set(cyclesOf(edges).keys());

/** The nodes that lie on a cycle, each with one node that stands for all that it reaches and is reached by. */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found = new Map<string, string>();
  const lowOf = (node: string): number => low.get(node) ?? 0;
  const enter = (node: string): Frame => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, to: edges.get(node) ?? [], next: 0 };
  };
  const close = (root: string): void => {
    const members: string[] = [];
    for (let node = open.pop(); node !== undefined; node = node === root ? undefined : open.pop()) {
      isOpen.delete(node);
      members.push(node);
    }
    if (members.length > 1 || (edges.get(root) ?? []).includes(root)) for (const node of members) found.set(node, root);
  };
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const to = frame.to[frame.next];
      frame.next += 1;
      if (to !== undefined) {
        if (!order.has(to)) frames.push(enter(to));
        else if (isOpen.has(to)) low.set(frame.node, Math.min(lowOf(frame.node), order.get(to) ?? 0));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent !== undefined) low.set(parent.node, Math.min(lowOf(parent.node), lowOf(frame.node)));
      if (lowOf(frame.node) === order.get(frame.node)) close(frame.node);
    }
  }
  return found;
}
