import { workerData } from 'node:worker_threads';

const { folder, articles, seed, path, first, end } = workerData;
const { planDesk, writeArticles } = await import(path);
writeArticles(folder, planDesk({ articles, seed }), first, end);
