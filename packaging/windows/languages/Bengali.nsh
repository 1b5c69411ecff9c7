; The words of NSIS's pages in Bengali (India and Bangladesh read the same texts).
!insertmacro LANGFILE "Bengali" "Bengali" "বাংলা" "Bangla"

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "$(^NameDA) ইনস্টলে স্বাগতম"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "এটি আপনার কম্পিউটারে $(^NameDA) ইনস্টল করবে। প্রশাসকের অনুমতি বা ইন্টারনেট লাগবে না।$\r$\n$\r$\n$_CLICK"
!endif
!ifdef MUI_LICENSEPAGE
  ${LangFileString} MUI_TEXT_LICENSE_TITLE "লাইসেন্স"
  ${LangFileString} MUI_TEXT_LICENSE_SUBTITLE "$(^NameDA) ইনস্টল করার আগে লাইসেন্সটি পড়ে নিন।"
  ${LangFileString} MUI_INNERTEXT_LICENSE_TOP "বাকিটুকু পড়তে Page Down চাপুন।"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM "শর্তগুলো মেনে নিলে “আমি একমত” চাপুন। $(^NameDA) ইনস্টল করতে এই সম্মতি লাগবে।"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_CHECKBOX "শর্তগুলো মেনে নিলে নিচের ঘরে টিক দিন। $(^NameDA) ইনস্টল করতে এই সম্মতি লাগবে। $_CLICK"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "শর্তগুলো মেনে নিলে নিচের প্রথমটি বেছে নিন। $(^NameDA) ইনস্টল করতে এই সম্মতি লাগবে। $_CLICK"
!endif
!ifdef MUI_COMPONENTSPAGE
  ${LangFileString} MUI_TEXT_COMPONENTS_TITLE "কী কী ইনস্টল হবে"
  ${LangFileString} MUI_TEXT_COMPONENTS_SUBTITLE "$(^NameDA)-এর যে অংশগুলো চান তা বেছে নিন।"
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_TITLE "বিবরণ"
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO "বিবরণ দেখতে একটি অংশের ওপর মাউস রাখুন।"
!endif
!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "ইনস্টল হচ্ছে"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "$(^NameDA) ইনস্টল হচ্ছে, একটু অপেক্ষা করুন।"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "ইনস্টল সম্পন্ন"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "ইনস্টল সফল হয়েছে।"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "ইনস্টল থেমে গেছে"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "ইনস্টল শেষ হয়নি।"
!endif
!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "আনইনস্টল হচ্ছে"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "$(^NameDA) আনইনস্টল হচ্ছে, একটু অপেক্ষা করুন।"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "আনইনস্টল সম্পন্ন"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "আনইনস্টল সফল হয়েছে।"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "আনইনস্টল থেমে গেছে"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "আনইনস্টল শেষ হয়নি।"
!endif
!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "$(^NameDA) ইনস্টল শেষ হলো"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(^NameDA) আপনার কম্পিউটারে ইনস্টল হয়েছে।$\r$\n$\r$\nবন্ধ করতে “শেষ” চাপুন।"
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "ইনস্টল শেষ করতে কম্পিউটার আবার চালু করতে হবে। এখনই করবেন?"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "এখনই আবার চালু করুন"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "পরে আমি নিজে আবার চালু করব"
  ${LangFileString} MUI_TEXT_FINISH_RUN "$(^NameDA) &চালান"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&পড়ে দেখুন"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&শেষ"
!endif
!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "$(^NameDA) আনইনস্টল"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "আপনার কম্পিউটার থেকে $(^NameDA) সরান।"
!endif
!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "$(^Name) ইনস্টল না করেই বেরিয়ে যাবেন?"
!endif
