import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';

type ButtonProps = ComponentProps<'button'> & {
  readonly tone?: 'plain' | 'primary' | 'danger';
  readonly icon?: LucideIcon;
};

export function Button({ tone = 'plain', className = '', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${tone} ${className}`} {...rest}>
      {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden="true" />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> & {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown behind the name in the tooltip. */
  readonly keys?: string | undefined;
  readonly pressed?: boolean | undefined;
};

export function IconButton({ label, icon: Icon, keys, pressed, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      {...rest}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
