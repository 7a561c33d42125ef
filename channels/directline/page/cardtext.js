/**
 * The scene card as a plain text to keep, with the ticks it has.
 * @param {import('./types.d.ts').SceneCard} card
 * @param {(photo: string) => boolean} ticked
 * @param {(key: string) => string} t
 * @param {string} calls one line of telephone numbers
 */
export function cardText(card, ticked, t, calls) {
  const lines = [card.title, calls, ''];
  card.steps.forEach((step, i) => {
    lines.push(`${i + 1}. ${step}`);
  });
  lines.push('', t('card.distances'));
  for (const { text } of card.distances) lines.push(`- ${text}`);
  lines.push('', t('card.photos'));
  for (const photo of card.photos) lines.push(`[${ticked(photo) ? 'x' : ' '}] ${photo}`);
  lines.push('', t('card.dont'));
  for (const dont of card.dont) lines.push(`- ${dont}`);
  lines.push('', card.note);
  return `${lines.join('\n')}\n`;
}
