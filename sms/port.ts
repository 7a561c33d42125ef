/** Text messages to a phone. */
export interface TextMessage {
  readonly to: string;
  readonly text: string;
  /** Stable: the receiver may drop what it has seen, so that nobody is sent the same message twice. */
  readonly key: string;
}

export type SendResult =
  | { readonly status: 'sent' }
  /** May pass: tried again later. */
  | { readonly status: 'failed' }
  /** Will not pass: such a number cannot be reached. */
  | { readonly status: 'refused' };

export interface Sender {
  /** Never throws. */
  send(message: TextMessage): Promise<SendResult>;
}
