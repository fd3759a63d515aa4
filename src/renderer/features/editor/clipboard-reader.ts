/**
 * The readers and writers of clipboards. They are as large as the rest of the editor and are loaded when it has
 * been on the screen for a moment.
 */
export { readClipboardHtml } from '#core/formats/html/clipboard';
export { writeBlocksAsHtml } from '#core/formats/html/write';
export { readText } from '#core/formats/text/read';
export { writeBlocksAsText } from '#core/formats/text/write';
