import { type ReactNode, useId } from 'react';
import { opened } from '../../session/article-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { change, useMetadata } from './change';
import { HeadlineFields } from './headline-fields';
import { PictureField } from './picture-field';
import { PublicationFields } from './publication-fields';
import { TagField } from './tag-field';
import { OriginalFacts, OriginFields, WorkFields } from './work-fields';
import './details.css';

/** What is known about the article beside its text, in groups. */
export function DetailsPanel() {
  const { t } = useTranslation();
  // Another article has fields of its own: nothing that is typed in one may end up in the other.
  const id = useSelected(opened, (current) => current?.article.id);
  const tags = useMetadata('tags');
  if (id === undefined || !tags) return null;
  return (
    <div key={id} className="panel-body form details">
      <TagField tags={tags} onChange={(next) => change({ tags: next })} />
      <Group title={t('metadata.group.publication')}>
        <PublicationFields />
      </Group>
      <Group title={t('metadata.group.headlines')}>
        <HeadlineFields />
      </Group>
      <Group title={t('metadata.group.origin')}>
        <OriginFields />
      </Group>
      <Group title={t('metadata.group.picture')}>
        <PictureField />
      </Group>
      <Group title={t('metadata.group.work')}>
        <WorkFields />
      </Group>
      <OriginalFacts />
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="details-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
