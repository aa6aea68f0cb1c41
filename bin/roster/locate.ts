import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Path } from './hints.ts';

/**
 * Where a path lies in a document, as an offset into its text: at the field's name, at the entry of a
 * list, or at what encloses it where the field is missing.
 */
export function locate(document: Document, path: Path): number {
  let node: Node | null = document.contents;
  let offset = start(node) ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(({ key }) => nameOf(key) === String(part));
      if (pair === undefined) break;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node) && typeof part === 'number') {
      node = node.items[part] ?? null;
      offset = start(node) ?? offset;
    } else break;
  }
  return offset;
}

function start(node: Node | null): number | undefined {
  return node?.range?.[0];
}

/** Tiers are keys that YAML reads as numbers. */
function nameOf(key: Node): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}
