/** How a dossier is handed out. */
export const dossierFormats = ['html', 'json', 'pdf'] as const;
export type DossierFormat = (typeof dossierFormats)[number];
