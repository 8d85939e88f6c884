interface IconProps {
  readonly className?: string;
}

function Icon({ path, className = 'icon' }: IconProps & { readonly path: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export function InformationIcon(props: IconProps) {
  return <Icon {...props} path="M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM8 7.25v4M8 4.75v.01" />;
}

export function WarningIcon(props: IconProps) {
  return <Icon {...props} path="M8 2.25 14.25 13.25H1.75ZM8 6.5v3M8 11.4v.01" />;
}

export function ClockIcon(props: IconProps) {
  return <Icon {...props} path="M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM8 4.5V8l2.25 1.75" />;
}

export function DoneIcon(props: IconProps) {
  return <Icon {...props} path="M3 8.5 6.5 12 13 4.5" />;
}

export function LockIcon(props: IconProps) {
  return <Icon {...props} path="M3.75 7.25h8.5v6h-8.5ZM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25" />;
}

export function PeopleIcon(props: IconProps) {
  return (
    <Icon
      {...props}
      path="M6 7.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5ZM1.5 13.5a4.5 4.5 0 0 1 9 0M11 3a2.25 2.25 0 0 1 0 4.25M12.25 9.75a4 4 0 0 1 2.25 3.75"
    />
  );
}

export function BackIcon(props: IconProps) {
  return <Icon {...props} path="M9.5 3.5 5 8l4.5 4.5" />;
}
