import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, type RecursiveLoop, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bundling, root } from './bundling.ts';

export interface SiagaFunctionProps {
  /** The folder under lambdas/ that the handler lies in. */
  folder: string;
  description: string;
  environment: Record<string, string>;
  /** All that the function may do, besides writing its own log. */
  permissions: PolicyStatement[];
  memoryMb?: number;
  timeout?: Duration;
  recursiveLoop?: RecursiveLoop;
}

/** One function: Node 24 on arm64, one role and one log group of its own, the SDK in its bundle. */
export class SiagaFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: SiagaFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.folder} may do`,
    });
    logGroup.grantWrite(role);
    for (const permission of props.permissions) role.addToPolicy(permission);

    super(scope, id, {
      entry: `${root}lambdas/${props.folder}/handler.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout ?? Duration.seconds(15),
      environment: props.environment,
      recursiveLoop: props.recursiveLoop,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      awsSdkConnectionReuse: false,
      bundling,
    });
  }
}
