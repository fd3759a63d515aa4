export { resolveTag as tagById, tagLabel } from '#core/vocabulary/lookup';
