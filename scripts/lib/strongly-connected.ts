// Which nodes of a graph can reach each other (Tarjan's algorithm, without recursion: graphs can be deep).

interface Frame {
  readonly node: string;
  readonly to: readonly string[];
  next: number;
}

/** Nodes by what they lead to. Names that it does not hold lead nowhere. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** The nodes that lie on a cycle. */
export const nodesOnCycles = (edges: Edges): ReadonlySet<string> => new Set(cyclesOf(edges).keys());

/** The nodes that lie on a cycle, each with one node that stands for all that it reaches and is reached by. */
export function cyclesOf(edges: Edges): ReadonlyMap<string, string> {
  const cycles = stronglyConnected(edges).filter(([node = "", ...others]) => others.length > 0 || (edges.get(node) ?? []).includes(node));
  return new Map(cycles.flatMap((members) => members.map((node) => [node, members.at(-1) ?? node])));
}

/** The nodes, those together that reach each other; each list comes behind those that it leads to. */
export function stronglyConnected(edges: Edges): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: (readonly string[])[] = [];
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
    found.push(members);
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
