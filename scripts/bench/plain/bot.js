/**
 * The baselines: Bot Framework bots as its samples write them, on MemoryStorage, without authentication.
 * `node bot.js echo|waterfall|chinese`; answers its parent's questions (../probe.ts).
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
import {
  ConfirmPrompt,
  DateTimePrompt,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
} from 'botbuilder-dialogs';
import restify from 'restify';
import { serve } from '../probe.ts';

const said = (text) => MessageFactory.text(text, text, InputHints.ExpectingInput);

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(said(`Echo: ${context.activity.text}`));
      await next();
    });
  }
}

/** Asks three questions and thanks: four messages a round. */
class Waterfall extends ActivityHandler {
  constructor(state, prompts, locale) {
    super();
    const dialogs = new DialogSet(state.createProperty('dialog'));
    for (const [name, Prompt] of Object.entries(prompts)) dialogs.add(new Prompt(name, undefined, locale));
    const steps = Object.keys(prompts).map((name) => (step) => step.prompt(name, `Your ${name}?`));
    const thanks = async (step) => {
      await step.context.sendActivity(said(`Thank you: ${JSON.stringify(step.result)}`));
      return step.endDialog();
    };
    dialogs.add(new WaterfallDialog('report', [...steps, thanks]));
    this.onMessage(async (context, next) => {
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('report');
      await state.saveChanges(context);
      await next();
    });
  }
}

const state = new ConversationState(new MemoryStorage());
const bots = {
  echo: () => new Echo(),
  waterfall: () => new Waterfall(state, { name: TextPrompt, place: TextPrompt, story: TextPrompt }),
  chinese: () => new Waterfall(state, { day: DateTimePrompt, people: NumberPrompt, sure: ConfirmPrompt }, 'zh-cn'),
};

const bot = bots[process.argv[2]]();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => serve(`http://127.0.0.1:${server.address().port}`));
