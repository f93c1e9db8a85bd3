/** Where nothing tells how much memory there is, such as in a browser. */
const UNKNOWN_HEAP = 1_073_741_824;

interface HeapStatistics {
  readonly heap_size_limit: number;
}
interface HostProcess {
  readonly getBuiltinModule?: (
    name: string,
  ) => { readonly getHeapStatistics?: () => HeapStatistics } | undefined;
}

/** What queries may hold of the memory that this process may take: a third, the graph needs some too. */
export function heapShare(): number {
  const { process } = globalThis as { readonly process?: HostProcess };
  const limit = process?.getBuiltinModule?.("node:v8")?.getHeapStatistics?.().heap_size_limit;
  return (limit ?? UNKNOWN_HEAP) / 3;
}
