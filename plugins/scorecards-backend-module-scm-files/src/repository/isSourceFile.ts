import { extname } from 'node:path/posix';

const EXTENSIONS = new Set(
  (
    '.c .cc .clj .cpp .cs .cxx .dart .ex .exs .erl .fs .go .groovy .h .hpp .hs .java .jl .js .jsx .kt .kts .lua .m .mjs .ml ' +
    '.mm .php .pl .proto .ps1 .py .r .rb .rs .scala .sh .sql .svelte .swift .tf .ts .tsx .vb .vue .zig .cjs .mts .cts'
  ).split(' '),
);

/** Folders whose files somebody else wrote, or a program. */
const NOT_WRITTEN_HERE =
  /(?:^|\/)(?:\.yarn|bower_components|build|coverage|dist|fixtures?|__fixtures__|generated|node_modules|out|Pods|__snapshots__|target|testdata|third[-_]party|vendor)\//i;

/** Names by which generators and packers mark what they write. */
const GENERATED =
  /(?:[._-](?:generated|gen|min|bundle)\.[a-z]+|\.pb\.(?:go|cc|h)|_pb2?(?:_grpc)?\.(?:py|js|ts|rb)|\.g\.(?:dart|cs)|\.d\.ts|^\.pnp\.c?js)$/i;

/** Whether a file is source code that people of this repository write and read. */
export function isSourceFile(path: string): boolean {
  return (
    EXTENSIONS.has(extname(path).toLocaleLowerCase('en-US')) &&
    !NOT_WRITTEN_HERE.test(path) &&
    !GENERATED.test(path)
  );
}
