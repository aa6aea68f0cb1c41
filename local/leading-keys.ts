/** A request of DynamoDB as it stands on the wire, as far as the local stack reads it. */
export interface DynamodbRequest {
  TableName?: string;
  IndexName?: string;
  Key?: Item;
  Item?: Item;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Item;
  ExpressionAttributeNames?: Record<string, string>;
  RequestItems?: Record<string, Batch>;
  TransactItems?: Record<string, { TableName: string; Key?: Item; Item?: Item }>[];
}

type Item = Record<string, { S?: string; N?: string }>;
type Batch = { Keys?: Item[] } | { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[];

/** The attributes that partition the table and its index. */
const partitionKeys = ['pk', 'dueShard'];

/** What IAM calls `dynamodb:LeadingKeys`: the partition keys that a request names, each once. */
export function leadingKeysOf(request: DynamodbRequest): string[] {
  const { Key, Item, RequestItems = {}, TransactItems = [] } = request;
  const batches = Object.values(RequestItems).flatMap((batch) =>
    Array.isArray(batch)
      ? batch.map((one) => one.PutRequest?.Item ?? one.DeleteRequest?.Key)
      : (batch.Keys ?? []),
  );
  const written = TransactItems.flatMap((item) => Object.values(item));
  const items = [Key, Item, ...batches, ...written.map((one) => one.Key ?? one.Item)];
  const keys = items.flatMap((item) => (item?.pk === undefined ? [] : [item.pk.S ?? '']));
  return [...new Set([...keys, ...asked(request)])];
}

/** A query names its partition by an equation: `pk = :pk and …`. */
function asked(request: DynamodbRequest): string[] {
  const { KeyConditionExpression = '', ExpressionAttributeNames: names = {} } = request;
  const equations = KeyConditionExpression.matchAll(/([\w#]+)\s*=\s*(:\w+)/g);
  return [...equations]
    .filter(([, name = '']) => partitionKeys.includes(names[name] ?? name))
    .map(([, , value = '']) => request.ExpressionAttributeValues?.[value]?.S ?? '');
}
