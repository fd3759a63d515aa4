import { z } from 'zod';

/** What the build writes about everything that is shipped: each package with the number of its licence’s text. */
export const licencesSchema = z
  .strictObject({
    packages: z.array(
      z.strictObject({
        name: z.string(),
        version: z.string(),
        /** An SPDX expression. */
        licence: z.string(),
        text: z.int().min(0),
      }),
    ),
    /** Many packages share one text to the letter; it is kept once. */
    texts: z.array(z.string()),
  })
  .refine(({ packages, texts }) => packages.every(({ text }) => text < texts.length), 'a text is missing');
export type Licences = z.infer<typeof licencesSchema>;
