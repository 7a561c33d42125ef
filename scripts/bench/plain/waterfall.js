import { ActivityHandler, InputHints, MessageFactory } from 'botbuilder';
import { DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';

/** Asks one question a prompt and thanks, as the samples write it: with three prompts a round is four messages. */
export class Waterfall extends ActivityHandler {
  constructor(state, prompts, locale) {
    super();
    const dialogs = new DialogSet(state.createProperty('dialog'));
    for (const [name, Prompt] of Object.entries(prompts)) dialogs.add(new Prompt(name, undefined, locale));
    const steps = Object.keys(prompts).map((name) => (step) => step.prompt(name, `Your ${name}?`));
    const thanks = async (step) => {
      const text = `Thank you: ${JSON.stringify(step.result)}`;
      await step.context.sendActivity(MessageFactory.text(text, text, InputHints.ExpectingInput));
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
