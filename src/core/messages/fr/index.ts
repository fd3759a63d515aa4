import type { MessagesLike } from '#core/messages/catalogue';
import type { en } from '#core/messages/en/index';
import { alike } from './alike';
import { app } from './app';
import { backup } from './backup';
import { checking } from './checking';
import { cli } from './cli';
import { command } from './command';
import { confidential } from './confidential';
import { dialog } from './dialog';
import { dossier } from './dossier';
import { evidence } from './evidence';
import { failure } from './failure';
import { galley } from './galley';
import { gate } from './gate';
import { importing } from './importing';
import { intake } from './intake';

import { library } from './library';

import { metadata } from './metadata';
import { overview } from './overview';
import { search } from './search';

import { suggest } from './suggest';
import { views } from './views';
import { vocabulary } from './vocabulary';

export const fr: MessagesLike<typeof en> = {
  alike,
  app,
  backup,
  checking,
  cli,
  command,
  confidential,
  dialog,
  dossier,
  evidence,
  failure,
  galley,
  gate,
  importing,
  intake,
  library,
  metadata,
  search,
  overview,
  suggest,
  views,
  vocabulary,
};
