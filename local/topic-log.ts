/** What was published to a topic, as a subscriber would read it. */
export interface TopicMessage {
  topicArn: string;
  at: string;
  message: string;
}

/** The newest messages of the topics, to be looked at; a topic keeps none of its own. */
export class TopicLog {
  private readonly messages: TopicMessage[] = [];
  private readonly most: number;

  constructor(most = 1_000) {
    this.most = most;
  }

  add(message: TopicMessage): void {
    this.messages.push(message);
    if (this.messages.length > this.most) this.messages.shift();
  }

  /** Oldest first. */
  of(topicArn: string): TopicMessage[] {
    return this.messages.filter((one) => one.topicArn === topicArn);
  }
}
