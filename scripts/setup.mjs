import { main, say } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp({ needsDisplay: true });
  say('Marbre is set up: “npm start” opens it.');
});
