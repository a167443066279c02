//! A reflection turned into a step: which of its words the step begins with.

use crate::step;

/// A longer line than this is a paragraph: its last sentence is nearer to what is to be done.
const LINE: usize = 100;

/// The words for a step: what is selected, or else the last line that says something, or the last sentence of a long one.
/// One line, and no longer than a step may be.
pub fn step_text(text: &str, selected: &str) -> String {
    let words = if selected.trim().is_empty() {
        let line = text.lines().map(without_bullet).rfind(|line| !line.is_empty()).unwrap_or_default();
        if line.chars().count() > LINE { last_sentence(line) } else { line }
    } else {
        without_bullet(selected)
    };
    let tidied = step::TEXT.rule.tidy(words);
    let max = step::TEXT.rule.max_length().unwrap_or(usize::MAX);
    tidied.chars().take(max).collect()
}

fn last_sentence(line: &str) -> &str {
    let ends =
        [". ", "! ", "? ", "… "].into_iter().filter_map(|end| line.rfind(end).map(|at| at + end.len()));
    ends.max().map_or(line, |start| line[start..].trim_start())
}

fn without_bullet(line: &str) -> &str {
    line.trim().trim_start_matches(['-', '*', '•', '–']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_words_come_before_the_last_line() {
        let text = "It rained.\n- Ask Mira\n\n";
        assert_eq!(step_text(text, ""), "Ask Mira");
        assert_eq!(step_text(text, " It\nrained "), "It rained");
        assert_eq!(step_text(" \n", "  "), "");
    }

    #[test]
    fn of_a_paragraph_only_the_last_sentence_is_taken() {
        let paragraph = format!("{} It rained. Ask Mira… soon!", "We met. ".repeat(20));
        assert_eq!(step_text(&paragraph, ""), "soon!");
        assert_eq!(step_text("It rained. Ask Mira.", ""), "It rained. Ask Mira.");
    }

    #[test]
    fn a_long_line_becomes_a_step_that_is_taken() {
        let step = step_text(&"é".repeat(600), "");
        assert_eq!(step.chars().count(), 500);
        assert_eq!(step::TEXT.rule.check(&step.into()), Ok(()));
    }
}
