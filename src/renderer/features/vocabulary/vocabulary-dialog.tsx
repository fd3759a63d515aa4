import { Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { tagTypes } from '#core/desk/values';
import { resolveTag } from '#core/vocabulary/lookup';
import { desk, vocabulary } from '../../session/app-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import {
  followProgress,
  importTopics,
  leaveVocabulary,
  undoVocabulary,
  vocabularyNews,
} from '../../session/vocabulary-session';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/commit-field';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { MergePanel } from './merge-panel';
import { NewsBar } from './news-bar';
import { TagForm } from './tag-form';
import { TagTree } from './tag-tree';
import { useSelection } from './use-selection';
import { type ListFilter, useRows } from './use-vocabulary-list';
import './vocabulary.css';

const noFilter: ListFilter = { text: '', type: 'any', retired: false };

/** The tags of the desk: find, make, change, merge, retire, remove. */
export function VocabularyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const readOnly = useSelected(desk, (current) => current?.readOnly ?? true);
  const [filter, setFilter] = useState(noFilter);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [creating, setCreating] = useState<string | null>(null);
  const rows = useRows(tags, filter, folded, language);
  const selection = useSelection(rows);
  const tree = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(followProgress, []);
  useEffect(() => leaveVocabulary, []);

  const fold = (id: string, isFolded: boolean): void =>
    setFolded(new Set(isFolded ? [...folded, id] : [...folded].filter((one) => one !== id)));
  /** The form is drawn first: the next frame has its field. */
  const toSide = (selector = 'input'): void =>
    void requestAnimationFrame(() => side.current?.querySelector<HTMLElement>(selector)?.focus());
  const create = (name: string): void => {
    setCreating(name);
    toSide();
  };
  const leaveForm = (id: string | null): void => {
    setCreating(null);
    selection.choose(id);
  };
  const done = (id: string | null): void => {
    leaveForm(id);
    requestAnimationFrame(() => (tree.current ?? search.current)?.focus());
  };
  const undo = (event: KeyboardEvent): void => {
    const news = vocabularyNews.get();
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    if (news && 'sentences' in news && news.undo !== null) void undoVocabulary(news.undo);
  };
  return (
    <Dialog title={t('vocabulary.title')} closeLabel={t('app.close')} onClose={onClose} size="large">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for whatever has the focus in here */}
      <div className="vocabulary" onKeyDown={undo}>
        <Bar
          filter={filter}
          onFilter={setFilter}
          field={search}
          onDown={() => tree.current?.focus()}
          onEnter={() => (rows.length === 0 ? create(filter.text.trim()) : tree.current?.focus())}
          onCreate={() => create('')}
          onTopics={() => {
            leaveForm(null);
            toSide('button');
          }}
        />
        <div className="vocabulary-panes">
          <div className="vocabulary-list">
            {rows.length > 0 ? (
              <TagTree
                element={tree}
                tags={tags}
                rows={rows}
                folded={folded}
                onFold={fold}
                selection={{
                  ...selection,
                  choose: (id, how) => {
                    setCreating(null);
                    selection.choose(id, how);
                  },
                }}
                onEdit={() => toSide()}
                onRemove={() => toSide('[data-remove]')}
                onLeave={() => search.current?.focus()}
              />
            ) : (
              <Nothing isEmpty={tags.length === 0} typed={filter.text.trim()} onCreate={create} />
            )}
          </div>
          <div ref={side} className="vocabulary-side" inert={readOnly}>
            <Side creating={creating} ids={selection.ids} active={selection.active} onDone={done} />
          </div>
        </div>
        <NewsBar />
      </div>
    </Dialog>
  );
}

interface BarProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
  readonly onEnter: () => void;
  readonly onCreate: () => void;
  readonly onTopics: () => void;
}

function Bar({ filter, onFilter, field, onDown, onEnter, onCreate, onTopics }: BarProps) {
  const { t } = useTranslation();
  const retired = useStore(vocabulary).filter((tag) => tag.retired).length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = { ArrowDown: onDown, Enter: onEnter }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="vocabulary-bar">
      <label className="form-field vocabulary-search">
        <span>{t('vocabulary.search')}</span>
        <input
          ref={field}
          type="search"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={onKeyDown}
        />
      </label>
      <ChoiceField
        label={t('vocabulary.filter-type')}
        value={filter.type}
        choices={[
          ['any', t('vocabulary.any-type')],
          ...tagTypes.map((type) => [type, t(`vocabulary.type.${type}`)] as const),
        ]}
        onChoose={(type) => onFilter({ ...filter, type })}
      />
      {retired > 0 && (
        <label className="form-check">
          <input
            type="checkbox"
            checked={filter.retired}
            onChange={(event) => onFilter({ ...filter, retired: event.target.checked })}
          />
          <span>{t('vocabulary.show-retired', { count: retired })}</span>
        </label>
      )}
      <Button icon={Plus} onClick={onCreate}>
        {t('vocabulary.new')}
      </Button>
      <Button onClick={onTopics}>{t('vocabulary.topics')}</Button>
    </div>
  );
}

function Nothing({
  isEmpty,
  typed,
  onCreate,
}: {
  readonly isEmpty: boolean;
  readonly typed: string;
  readonly onCreate: (name: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t(isEmpty ? 'vocabulary.empty' : 'vocabulary.no-match')}>
      {typed !== '' && (
        <Button icon={Plus} onClick={() => onCreate(typed)}>
          {t('vocabulary.create-typed', { name: typed })}
        </Button>
      )}
    </EmptyState>
  );
}

/** The two ways to IPTC's topics. */
function Topics() {
  const { t } = useTranslation();
  return (
    <div className="vocabulary-topics">
      <Button onClick={() => void importTopics('tag.add-iptc')}>{t('vocabulary.add-iptc')}</Button>
      <Button onClick={() => void importTopics('tag.import-iptc')}>{t('vocabulary.import-iptc')}</Button>
      <p className="form-hint">{t('vocabulary.iptc-note')}</p>
    </div>
  );
}

interface SideProps {
  /** What a new tag is called so far; null: none is being made. */
  readonly creating: string | null;
  readonly ids: ReadonlySet<string>;
  readonly active: string | null;
  readonly onDone: (id: string | null) => void;
}

function Side({ creating, ids, active, onDone }: SideProps) {
  const { t } = useTranslation();
  const tags = useStore(vocabulary);
  const chosen = tags.filter(({ id }) => ids.has(id));
  if (creating !== null)
    return <TagForm key={`new ${creating}`} tags={tags} tag={null} name={creating} onDone={onDone} />;
  if (chosen.length > 1) return <MergePanel tags={chosen} active={active} onDone={onDone} />;
  const tag = chosen[0] ?? (active === null ? undefined : resolveTag(tags, active));
  if (tag) return <TagForm key={JSON.stringify(tag)} tags={tags} tag={tag} onDone={onDone} />;
  return (
    <div className="vocabulary-hint">
      <p>{t('vocabulary.form.nothing')}</p>
      <p>{t('vocabulary.keys')}</p>
      <Topics />
    </div>
  );
}
