import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RawNode,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import { withoutFunctions } from './text.ts';

class Transformer extends OperationNodeTransformer {
  protected override transformRaw(node: RawNode): RawNode {
    const { sqlFragments, ...rest } = super.transformRaw(node);
    return {
      ...rest,
      // Streams poll there, because no process listens to notifications.
      sqlFragments: sqlFragments.map((text) =>
        withoutFunctions(text).replaceAll('pg_notify(', 'textcat('),
      ),
    };
  }
}

/** Rewrites the queries of transactions for a schema without functions. */
export class NilePlugin implements KyselyPlugin {
  readonly #transformer = new Transformer();

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}
