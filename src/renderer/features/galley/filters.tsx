import type { Article } from '#core/article/schema';
import { assigneesOf, type ClaimFilter } from '#core/claims/progress';
import { claimStatuses } from '#core/claims/status';
import { claimKinds, risks } from '#core/claims/values';
import { galleyOrders } from '#core/galley/items';
import { galleyFilter, galleyOrder } from '../../session/galley-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';

/** What the galley is narrowed down to. */
export function Filters({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const filter = useStore(galleyFilter);
  const order = useStore(galleyOrder);
  const set = (next: Partial<ClaimFilter>): void =>
    galleyFilter.update((current) => ({ ...current, ...next }));
  const assignees = assigneesOf(article.claims);
  return (
    <fieldset className="galley-filters">
      <legend className="visually-hidden">{t('galley.filter')}</legend>
      <select
        aria-label={t('galley.order')}
        value={order}
        onChange={(event) => galleyOrder.set(event.target.value === 'worth' ? 'worth' : 'reading')}
      >
        {galleyOrders.map((one) => (
          <option key={one} value={one}>
            {t(`galley.order-${one}`)}
          </option>
        ))}
      </select>
      <Filter
        label={t('galley.filter-status')}
        value={filter.status}
        choices={[
          ['unsettled', t('galley.unsettled')],
          ...claimStatuses.map((status) => [status, t(`galley.status.${status}`)] as const),
        ]}
        onChoose={(status) => set({ status })}
      />
      <Filter
        label={t('galley.filter-kind')}
        value={filter.kind}
        choices={claimKinds.map((kind) => [kind, t(`checking.kind.${kind}`)] as const)}
        onChoose={(kind) => set({ kind })}
      />
      <Filter
        label={t('galley.filter-risk')}
        value={filter.risk}
        choices={risks.map((risk) => [risk, t(`checking.risk.${risk}`)] as const)}
        onChoose={(risk) => set({ risk })}
      />
      {assignees.length > 0 && (
        <Filter
          label={t('galley.filter-assignee')}
          value={filter.assignee}
          choices={assignees.map((name) => [name, name] as const)}
          onChoose={(assignee) => set({ assignee })}
        />
      )}
    </fieldset>
  );
}

interface Props<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly choices: readonly (readonly [value: T, title: string])[];
  readonly onChoose: (value: T | undefined) => void;
}

function Filter<T extends string>({ label, value, choices, onChoose }: Props<T>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      data-on={value !== undefined || undefined}
      onChange={(event) => onChoose(choices.find(([one]) => one === event.target.value)?.[0])}
    >
      <option value="">{label}</option>
      {choices.map(([one, title]) => (
        <option key={one} value={one}>
          {title}
        </option>
      ))}
    </select>
  );
}
