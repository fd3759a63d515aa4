import { shownColumns, type TableColumn, tableColumns } from '#core/desk/table-columns';
import { preferences, setPreferences } from '../../../session/app-session';
import { useStore } from '../../../session/store';
import { useTranslation } from '../../../session/translation';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';

/** Which columns the table has. The headline is what the others are about: it stays. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const shown = new Set<TableColumn>(useStore(preferences).tableColumns);
  const toggle = (column: TableColumn): void => {
    if (!shown.delete(column)) shown.add(column);
    void setPreferences({ tableColumns: tableColumns.filter((one) => shown.has(one)) });
  };
  return (
    <Dialog title={t('views.columns-title')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <div className="form">
        <div className="columns-list">
          {tableColumns.map((column) => (
            <label key={column} className="form-check">
              <input
                type="checkbox"
                checked={shown.has(column) || column === 'title'}
                disabled={column === 'title'}
                onChange={() => toggle(column)}
              />
              {t(`views.column.${column}`)}
            </label>
          ))}
        </div>
        <p className="form-hint">{t('views.columns-hint')}</p>
        <div className="form-actions">
          <Button onClick={() => void setPreferences({ tableColumns: [...shownColumns], tableWidths: {} })}>
            {t('views.columns-reset')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
