/** Text messages of the demo: nobody is sent anything, the line in the log is what would have been. */
import type { Sender, TextMessage } from './port.ts';

/** So many are remembered, for the page of the demo. */
const REMEMBERED = 50;

export interface DemoSender extends Sender {
  /** What the phone would have got last. */
  last(to: string): TextMessage | undefined;
}

export function consoleSender(say: (line: string) => void): DemoSender {
  const sent: TextMessage[] = [];
  return {
    async send(message) {
      if (!sent.some(({ key }) => key === message.key)) {
        sent.push(message);
        sent.splice(0, sent.length - REMEMBERED);
        say(message.text);
      }
      return { status: 'sent' };
    },
    last: (to) => sent.findLast((message) => message.to === to),
  };
}
