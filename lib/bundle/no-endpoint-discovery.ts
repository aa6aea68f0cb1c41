/**
 * Stands in for the cache of DynamoDB's endpoint discovery in the bundles, which brings a library
 * of its own. A client makes one, and no operation of ours looks at it; a test calls each of them
 * the way it goes in AWS, so that an SDK that begins to is found out.
 */
export function EndpointCache(): void {}
