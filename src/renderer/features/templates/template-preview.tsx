import { placeholder } from '#core/body/measures';
import { plainText, textBlocks } from '#core/body/walk';
import type { Template } from '#core/desk/templates';
import { vocabulary } from '../../session/app-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { tagLabel } from '../../ui/tag-label';
import { showNumber } from '../../ui/time';

/** How a template begins: its lines as they will stand, with what is to be filled in, and what comes with it. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const { section, target, notes } = template;
  const facts = [
    section,
    ...template.tags.map((tag) => tagLabel(tags, tag, language)),
    target && `${showNumber(target.count, language)} ${t(`app.length.unit-${target.unit}`)}`,
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="template-preview" aria-label={t('metadata.template.preview')} tabIndex={0}>
      <div lang={template.language}>
        {[...textBlocks(template.body)].map(({ id, type, content }) => {
          const text = plainText(content);
          return text === '' ? null : (
            <p key={id} data-type={type}>
              <Gaps text={text} />
            </p>
          );
        })}
      </div>
      {notes && <p className="template-notes">{notes}</p>}
      {facts.length > 0 && <p className="template-facts">{facts.join(' · ')}</p>}
    </section>
  );
}

/** A line with its gaps set apart: from bracket to bracket, or the bare TK. */
function Gaps({ text }: { readonly text: string }) {
  const parts = text.split(/(\[[^[\]]*\])/);
  return parts.map((part, at) =>
    part.search(placeholder) >= 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line, in its order
      <mark key={at}>{part}</mark>
    ) : (
      part
    ),
  );
}
