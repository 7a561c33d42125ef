/**
 * The baselines: Bot Framework bots as its samples write them, on MemoryStorage, without authentication.
 * `node bot.js echo|waterfall|chinese`; answers its parent's questions (../probe.ts). Dialogs are loaded by those who use them.
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  InputHints,
  MemoryStorage,
  MessageFactory,
} from 'botbuilder';
import restify from 'restify';
import { serve } from '../probe.ts';

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text, InputHints.ExpectingInput));
      await next();
    });
  }
}

async function waterfall(promptsOf, locale) {
  const { Waterfall } = await import('./waterfall.js');
  const prompts = promptsOf(await import('botbuilder-dialogs'));
  return new Waterfall(new ConversationState(new MemoryStorage()), prompts, locale);
}

const bots = {
  echo: async () => new Echo(),
  waterfall: () => waterfall(({ TextPrompt }) => ({ name: TextPrompt, place: TextPrompt, story: TextPrompt })),
  chinese: () =>
    waterfall(
      ({ DateTimePrompt, NumberPrompt, ConfirmPrompt }) => ({
        day: DateTimePrompt,
        people: NumberPrompt,
        sure: ConfirmPrompt,
      }),
      'zh-cn',
    ),
};

const bot = await bots[process.argv[2]]();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => serve(`http://127.0.0.1:${server.address().port}`));
