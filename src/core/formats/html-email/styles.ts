/**
 * Mail programs drop style sheets, so each element says for itself how it looks. Only properties that Outlook's Word,
 * Gmail and Apple Mail all know; sizes in pixels, for Word has its own idea of an em.
 */
const serif = "font-family:Georgia,'Times New Roman',serif";
const sans = 'font-family:Arial,Helvetica,sans-serif';

/** By class, as the page writer gives them. */
export const styleOfClass: Readonly<Record<string, string>> = {
  standfirst: `margin:0 0 16px;${serif};font-size:20px;line-height:28px`,
  byline: `margin:0 0 4px;${sans};font-size:14px;line-height:20px`,
  published: `${sans};font-size:14px;line-height:20px;color:#555555`,
  'pull-quote': `margin:32px 0;${serif};font-size:24px;line-height:32px`,
  'fact-box': 'margin:24px 0;padding:16px 20px;border:1px solid #999999',
  'fact-box-title': `margin:0 0 12px;${serif};font-size:17px;line-height:26px;font-weight:bold`,
  embed: `margin:0 0 16px;padding:10px 16px;border:1px solid #999999;${serif};font-size:17px;line-height:26px`,
  footnote: `margin:0 0 8px;${serif};font-size:14px;line-height:21px`,
  picture: `margin:24px 0;padding:12px 16px;background-color:#f2f2f2;${sans};font-size:14px;line-height:20px`,
  credit: 'color:#555555;font-size:13px',
  'check-list': `margin:0 0 16px;padding:0 0 0 8px;list-style-type:none;${serif};font-size:17px;line-height:26px`,
};

export const styleOfTag: Readonly<Record<string, string>> = {
  h1: `margin:0 0 12px;${serif};font-size:32px;line-height:38px;font-weight:bold`,
  h2: `margin:28px 0 8px;${serif};font-size:24px;line-height:30px;font-weight:bold`,
  h3: `margin:24px 0 8px;${serif};font-size:20px;line-height:26px;font-weight:bold`,
  h4: `margin:24px 0 8px;${serif};font-size:17px;line-height:26px;font-weight:bold`,
  p: `margin:0 0 16px;${serif};font-size:17px;line-height:26px`,
  ul: `margin:0 0 16px;padding:0 0 0 24px;${serif};font-size:17px;line-height:26px`,
  ol: `margin:0 0 16px;padding:0 0 0 24px;${serif};font-size:17px;line-height:26px`,
  li: 'margin:0 0 4px',
  blockquote: 'margin:24px 0;padding:0 0 0 20px;border-left:3px solid #999999',
  table: `margin:24px 0;width:100%;border-collapse:collapse;${serif};font-size:16px;line-height:24px`,
  th: 'padding:6px 12px 6px 0;border-bottom:1px solid #999999;text-align:left;vertical-align:top',
  td: 'padding:6px 12px 6px 0;border-bottom:1px solid #999999;text-align:left;vertical-align:top',
  pre: 'margin:0 0 16px;padding:12px 16px;border:1px solid #999999;white-space:pre-wrap',
  code: "font-family:Consolas,'Courier New',monospace;font-size:15px",
  hr: 'margin:32px 0;border:0;border-top:1px solid #999999',
  a: 'color:#0b57a4;text-decoration:underline',
};

/** The column that the story stands in: 600 pixels is what mail programs show without scrolling. */
export const columnStyles = {
  body: 'margin:0;padding:0;background-color:#ffffff;color:#1a1a1a',
  frame: 'width:100%;border-collapse:collapse',
  outer: 'padding:24px 16px;text-align:left',
  column: 'max-width:600px;margin:0 auto',
} as const;
