import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

/** Mantine wants ten shades; all that is drawn comes from the tokens (base.css binds them). */
const ink: MantineColorsTuple = [
  '#eef3f8', '#dfe8f0', '#c2d3e3', '#9cc0e4', '#6f9ac6', '#457aab', '#2b6091', '#1d4a73', '#163a5b', '#102a42',
];

/** What is filled is filled with the accent, or with the colour of loss; its words have the ink made for that. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return usual;
  const filling = input.color === 'red' ? 'loss' : 'accent';
  return { ...usual, background: `var(--${filling})`, hover: `var(--${filling}-hover)`, color: 'var(--accent-ink)' };
};

/** Mantine mapped onto the tokens: same type, same grid, small radii, quick and quiet. */
export const mantineTheme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { ink },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-ui)',
  headings: { fontFamily: 'var(--font-reading)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '0.125rem', sm: '0.1875rem', md: '0.25rem', lg: '0.375rem', xl: '0.5rem' },
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.5' },
  variantColorResolver,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    // Beneath the field, so that the fields of a row stand in one line whatever is said of them.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 3 } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    // A list unfolds at a press, an arrow or a letter, and not because the keyboard passes by.
    Select: { defaultProps: { size: 'xs', openOnFocus: false, checkIconPosition: 'right', allowDeselect: false, comboboxProps: { transitionProps: { duration: 0 } } } },
    MultiSelect: { defaultProps: { size: 'xs', openOnFocus: false, checkIconPosition: 'right', comboboxProps: { transitionProps: { duration: 0 } } } },
    Autocomplete: { defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 } } } },
    TagsInput: { defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 } } } },
    DateInput: { defaultProps: { size: 'xs', popoverProps: { transitionProps: { duration: 0 } } } },
    TimeInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Modal: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.25 }, transitionProps: { duration: 100, transition: 'fade' }, centered: true, shadow: 'xl' } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 80 } } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});
