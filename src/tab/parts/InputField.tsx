import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { FieldView } from '../../cards/view';

/** A field of a form: its view, what stands in it, and what stands there now where another was quicker. */
export interface InputFieldProps {
  field: FieldView;
  value: string;
  now?: string | undefined;
  set(value: string): void;
}

const chosen = (value: string): string[] => value.split(',').filter(Boolean);

const toggled = (value: string, one: string, isOn: boolean): string =>
  (isOn ? [...chosen(value), one] : chosen(value).filter((other) => other !== one)).join(',');

/** Choices of which several may be right; or one that is yes or no. */
const Boxes = ({ field, value, set }: InputFieldProps) => (
  <fieldset className="boxes" aria-label={field.label}>
    {field.choices.map((choice) => (
      <Checkbox
        key={choice.value}
        label={choice.title}
        checked={chosen(value).includes(choice.value)}
        onChange={(_, { checked }) => set(toggled(value, choice.value, checked === true))}
      />
    ))}
  </fieldset>
);

const Control = (props: InputFieldProps) => {
  const { field, value, set } = props;
  switch (field.kind) {
    case 'long':
      return (
        <Textarea
          value={value}
          placeholder={field.placeholder}
          resize="vertical"
          rows={4}
          onChange={(_, data) => set(data.value)}
        />
      );
    case 'choice':
      return (
        <Select value={value} onChange={(_, data) => set(data.value)}>
          <option value="">{field.placeholder}</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </Select>
      );
    case 'radio':
      return (
        <RadioGroup value={value} onChange={(_, data) => set(data.value)}>
          {field.choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.title} />
          ))}
        </RadioGroup>
      );
    case 'date':
    case 'time':
      return <Input type={field.kind} value={value} onChange={(_, data) => set(data.value)} />;
    default:
      return <Input value={value} placeholder={field.placeholder} onChange={(_, data) => set(data.value)} />;
  }
};

const TOGGLE = { on: 'true', off: 'false' } as const;

/** One field, drawn by its kind. `shown` is said and not asked. */
export const InputField = (props: InputFieldProps) => {
  const { field, value, now, set } = props;
  const heading = field.heading ? <h3 className="group">{field.heading}</h3> : null;
  if (field.kind === 'shown')
    return (
      <>
        {heading}
        <p>{field.label}</p>
      </>
    );
  if (field.kind === 'toggle')
    return (
      <>
        {heading}
        <Checkbox
          label={field.label}
          checked={value === TOGGLE.on}
          onChange={(_, { checked }) => set(checked === true ? TOGGLE.on : TOGGLE.off)}
        />
      </>
    );
  return (
    <>
      {heading}
      <Field
        label={field.label}
        required={field.required}
        validationMessage={field.problem || undefined}
        hint={now}
      >
        {field.kind === 'choices' ? <Boxes {...props} /> : <Control {...props} />}
      </Field>
    </>
  );
};
