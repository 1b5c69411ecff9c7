"""Icons, fonts, themes, translations, sample articles and the manual."""
