import { useEffect, useRef } from 'react';
import { type CommandId, isEnabled } from '#core/commands/table';
import { facts } from '../session/editor-port';

type Handler = () => void;

const handlers = new Map<CommandId, Handler>();

/** Runs a command when it may run now and somebody on the screen handles it. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.get(id);
  if (!handler || !isEnabled(id, facts.get())) return false;
  handler();
  return true;
}

/** Gives commands their handlers while the calling component is on the screen. */
export function useCommands(own: Partial<Record<CommandId, Handler>>): void {
  const latest = useRef(own);
  latest.current = own;
  const names = Object.keys(own).join(' ');
  useEffect(() => {
    const ids = names.split(' ').filter(Boolean) as CommandId[];
    const registered = ids.map((id): [CommandId, Handler] => [id, () => latest.current[id]?.()]);
    for (const [id, handler] of registered) handlers.set(id, handler);
    return () => {
      for (const [id, handler] of registered) if (handlers.get(id) === handler) handlers.delete(id);
    };
  }, [names]);
}
