/**
 * The Bot Framework side of a turn: activities that the bot sends are only collected; they leave the process after the
 * commit. The real channels are elsewhere (channels/).
 */
import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

const isHandoff = (type: string | undefined, name: string | undefined): boolean =>
  type === 'handoff' || (type === 'event' && name?.startsWith('handoff.') === true);

export class CollectingAdapter extends BotAdapter {
  readonly collected: Partial<Activity>[] = [];

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    // Events of a handoff are for desks: a channel would show them as something unknown.
    this.collected.push(...activities.filter(({ type, name }) => !isHandoff(type, name)));
    return Promise.resolve(activities.map((_, index) => ({ id: String(this.collected.length + index) })));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('The transcript is append-only: a message that was said is not changed.'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('The transcript is append-only: a message that was said is not deleted.'));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(
      new Error('Proactive messages are turns with a cause (timer, api, adjuster), see bots/turn.ts.'),
    );
  }
}
