/** pdf.js reads files where it cannot hold up the window; the file comes from our own origin, as everything must. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
