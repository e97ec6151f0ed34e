import {
  OperationNodeTransformer,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  type ValueNode,
} from 'kysely';

/** Takes NUL characters out of what is stored: Postgres has no place for them, and nobody types one. */
export class WithoutNul implements KyselyPlugin {
  readonly #transformer = new Transformer();

  transformQuery({node}: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node);
  }

  transformResult({result}: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

class Transformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return {...node, value: withoutNul(node.value)};
  }

  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
  ): PrimitiveValueListNode {
    return {...node, values: node.values.map(withoutNul)};
  }
}

/** A text without its NUL characters; anything else as it is. */
export function withoutNul<Value>(value: Value): Value {
  if (typeof value !== 'string' || !value.includes('\0')) return value;
  return value.replaceAll('\0', '') as Value;
}
