import { useEffect, useState } from 'react';
import type { Template } from '#core/desk/templates';
import { call } from '../../bridge/bridge';
import { complain } from '../../session/notices';

/** The templates of the open desk; null until they have been read. */
export function useTemplates(): readonly [
  templates: readonly Template[] | null,
  set: (templates: readonly Template[]) => void,
] {
  const [templates, setTemplates] = useState<readonly Template[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void call('template.list').then((found) => {
      if (!isCurrent) return;
      if (found.ok) setTemplates(found.value);
      else {
        complain(found);
        setTemplates([]);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return [templates, setTemplates];
}
