<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <source>About Dittomark</source>
      <translation>ডিটোমার্ক সম্পর্কে</translation>
    </message>
    <message>
      <source>About Qt</source>
      <translation>Qt সম্পর্কে</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>জানতে চাওয়া হচ্ছে…</translation>
    </message>
    <message>
      <source>Asks {address} once; nothing of yours is sent.</source>
      <translation>{address}-এ একবার জানতে চাওয়া হবে; আপনার কিছুই পাঠানো হবে না।</translation>
    </message>
    <message>
      <source>Everything stays on this computer: the program opens no connection by itself.</source>
      <translation>সবকিছু এই কম্পিউটারেই থাকে: প্রোগ্রামটি নিজে থেকে কোনো সংযোগ খোলে না।</translation>
    </message>
    <message>
      <source>Free software under the MIT licence. It uses Qt under the LGPL and the Noto fonts under the Open Font License; the licences of all parts are installed beside the program.</source>
      <translation>MIT লাইসেন্সের অধীনে মুক্ত সফটওয়্যার। এতে LGPL লাইসেন্সের Qt এবং Open Font License-এর Noto ফন্ট ব্যবহৃত হয়েছে; সব অংশের লাইসেন্স প্রোগ্রামের সঙ্গেই দেওয়া আছে।</translation>
    </message>
    <message>
      <source>Look for a newer version</source>
      <translation>নতুন সংস্করণ খুঁজুন</translation>
    </message>
    <message>
      <source>Reads news articles side by side, shows the passages they share, and keeps what you mark and judge in one file.</source>
      <translation>সংবাদ পাশাপাশি রেখে পড়ায়, অভিন্ন অংশ দেখায়, আর আপনার চিহ্ন ও মূল্যায়ন একটি ফাইলে রাখে।</translation>
    </message>
    <message>
      <source>This is the newest version.</source>
      <translation>এটিই সবচেয়ে নতুন সংস্করণ।</translation>
    </message>
    <message>
      <source>Version {version} is there:</source>
      <translation>নতুন সংস্করণ {version} পাওয়া যাচ্ছে:</translation>
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>&amp;Edit</source>
      <translation>সম্পাদনা (&amp;E)</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>ফাইল (&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>নেভিগেশন (&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>সহায়তা (&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Judge</source>
      <translation>মূল্যায়ন (&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Link</source>
      <translation>সংযোগ (&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Mark</source>
      <translation>চিহ্ন (&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Project</source>
      <translation>প্রকল্প (&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Team</source>
      <translation>দল (&amp;T)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>ভিউ (&amp;V)</translation>
    </message>
    <message>
      <source>A relation’s key also goes on</source>
      <translation>সম্পর্কের কী চাপলেই পরের জোড়া</translation>
    </message>
    <message>
      <source>About Dittomark</source>
      <translation>ডিটোমার্ক সম্পর্কে</translation>
    </message>
    <message>
      <source>Accept all suggestions of both articles</source>
      <translation>দুই সংবাদের সব প্রস্তাব গ্রহণ করুন</translation>
    </message>
    <message>
      <source>Accept the suggestion</source>
      <translation>প্রস্তাবটি গ্রহণ করুন</translation>
    </message>
    <message>
      <source>Add another article beside…</source>
      <translation>পাশে আরেকটি সংবাদ রাখুন…</translation>
    </message>
    <message>
      <source>Add the rest of this group of copies</source>
      <translation>একই লেখার এই গুচ্ছের বাকি জোড়া যোগ করুন</translation>
    </message>
    <message>
      <source>Adjudication</source>
      <translation>মীমাংসা</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>মতৈক্য</translation>
    </message>
    <message>
      <source>Attach an event…</source>
      <translation>ঘটনা যোগ করুন…</translation>
    </message>
    <message>
      <source>Blind mode: hide highlights and suggestions</source>
      <translation>ব্লাইন্ড মোড: রং ও প্রস্তাব লুকান</translation>
    </message>
    <message>
      <source>Boilerplate hatched</source>
      <translation>বাড়তি লেখায় কোনাকুনি রেখা</translation>
    </message>
    <message>
      <source>Can suggestions be trusted?</source>
      <translation>প্রস্তাবে ভরসা করা যায় কি?</translation>
    </message>
    <message>
      <source>Change the link’s kind…</source>
      <translation>সংযোগের ধরন বদলান…</translation>
    </message>
    <message>
      <source>Change the span’s label…</source>
      <translation>চিহ্নিত অংশের লেবেল বদলান…</translation>
    </message>
    <message>
      <source>Changed differently…</source>
      <translation>ভিন্নভাবে বদলানো…</translation>
    </message>
    <message>
      <source>Changed words</source>
      <translation>বদলানো শব্দ</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>প্রকল্প বন্ধ করুন</translation>
    </message>
    <message>
      <source>Compare suggesters</source>
      <translation>প্রস্তাবকদের তুলনা</translation>
    </message>
    <message>
      <source>Contradictions and clusters</source>
      <translation>অসংগতি ও গুচ্ছ</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>ড্যাশবোর্ড</translation>
    </message>
    <message>
      <source>Delete the link</source>
      <translation>সংযোগটি মুছুন</translation>
    </message>
    <message>
      <source>Delete the span or link</source>
      <translation>চিহ্নিত অংশ বা সংযোগ মুছুন</translation>
    </message>
    <message>
      <source>Details of the article…</source>
      <translation>সংবাদের বিবরণ…</translation>
    </message>
    <message>
      <source>Divide the link at the caret</source>
      <translation>কার্সরের জায়গায় সংযোগটি ভাগ করুন</translation>
    </message>
    <message>
      <source>Done, next pair</source>
      <translation>হয়ে গেছে, পরের জোড়া</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>এক্সপোর্ট…</translation>
    </message>
    <message>
      <source>Filter the list</source>
      <translation>তালিকা ফিল্টার করুন</translation>
    </message>
    <message>
      <source>Find a command…</source>
      <translation>নির্দেশ খুঁজুন…</translation>
    </message>
    <message>
      <source>Find in the text…</source>
      <translation>লেখায় খুঁজুন…</translation>
    </message>
    <message>
      <source>Find next</source>
      <translation>পরেরটি খুঁজুন</translation>
    </message>
    <message>
      <source>Find pairs to compare…</source>
      <translation>তুলনার জোড়া খুঁজুন…</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>আগেরটি খুঁজুন</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>ফ্ল্যাগ করুন</translation>
    </message>
    <message>
      <source>Fold boilerplate away</source>
      <translation>বাড়তি লেখা ভাঁজ করে রাখুন</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>পূর্ণ পর্দা</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <translation>নির্দেশিকা</translation>
    </message>
    <message>
      <source>Hand out the work…</source>
      <translation>কাজ ভাগ করে দিন…</translation>
    </message>
    <message>
      <source>Hide this column</source>
      <translation>এই কলাম লুকান</translation>
    </message>
    <message>
      <source>History…</source>
      <translation>পরিবর্তনের ইতিহাস…</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>ফোল্ডার ইমপোর্ট করুন…</translation>
    </message>
    <message>
      <source>Import articles…</source>
      <translation>সংবাদ ইমপোর্ট করুন…</translation>
    </message>
    <message>
      <source>Invisible characters</source>
      <translation>অদৃশ্য অক্ষর</translation>
    </message>
    <message>
      <source>Join other annotators’ files…</source>
      <translation>অন্য মূল্যায়নকারীদের ফাইল একত্র করুন…</translation>
    </message>
    <message>
      <source>Join the link with the next one</source>
      <translation>পরের সংযোগের সঙ্গে এক করুন</translation>
    </message>
    <message>
      <source>Judge all exact copies of these texts</source>
      <translation>হুবহু একই লেখার সব জোড়ার একসঙ্গে মূল্যায়ন করুন</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>কিবোর্ড শর্টকাট</translation>
    </message>
    <message>
      <source>Label scheme…</source>
      <translation>লেবেলের তালিকা…</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>লেখা বড় করুন</translation>
    </message>
    <message>
      <source>Leave the team…</source>
      <translation>দল ছাড়ুন…</translation>
    </message>
    <message>
      <source>Link: take the passage, or what is selected</source>
      <translation>সংযোগ: অভিন্ন অংশ বা নির্বাচিত লেখা যুক্ত করুন</translation>
    </message>
    <message>
      <source>List of articles</source>
      <translation>সংবাদের তালিকা</translation>
    </message>
    <message>
      <source>List of events</source>
      <translation>ঘটনার তালিকা</translation>
    </message>
    <message>
      <source>List of pairs</source>
      <translation>জোড়ার তালিকা</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>সহায়িকা</translation>
    </message>
    <message>
      <source>Mark as boilerplate…</source>
      <translation>বাড়তি লেখা বলে চিহ্নিত করুন…</translation>
    </message>
    <message>
      <source>Messages and warnings…</source>
      <translation>বার্তা ও সতর্কতা…</translation>
    </message>
    <message>
      <source>More like this article…</source>
      <translation>এ রকম আরও সংবাদ…</translation>
    </message>
    <message>
      <source>My last judgements…</source>
      <translation>আমার শেষ মূল্যায়নগুলো…</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>নতুন প্রকল্প…</translation>
    </message>
    <message>
      <source>Next in the list</source>
      <translation>তালিকার পরেরটি</translation>
    </message>
    <message>
      <source>Next pair that is not done</source>
      <translation>পরের অসমাপ্ত জোড়া</translation>
    </message>
    <message>
      <source>Next part of the window</source>
      <translation>উইন্ডোর পরের অংশ</translation>
    </message>
    <message>
      <source>Next passage</source>
      <translation>পরের অভিন্ন অংশ</translation>
    </message>
    <message>
      <source>Next span</source>
      <translation>পরের চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>Next suggestion</source>
      <translation>পরের প্রস্তাব</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>প্রকল্প খুলুন…</translation>
    </message>
    <message>
      <source>Open suggestions</source>
      <translation>খোলা প্রস্তাব</translation>
    </message>
    <message>
      <source>Open the menu</source>
      <translation>মেনু খোলা</translation>
    </message>
    <message>
      <source>Open the sample project</source>
      <translation>নমুনা প্রকল্প খুলুন</translation>
    </message>
    <message>
      <source>Pair the first selected article with the others</source>
      <translation>প্রথম নির্বাচিত সংবাদের সঙ্গে বাকিগুলোর জোড়া বানান</translation>
    </message>
    <message>
      <source>Pair the selected articles</source>
      <translation>নির্বাচিত সংবাদ দিয়ে জোড়া বানান</translation>
    </message>
    <message>
      <source>Passages</source>
      <translation>অভিন্ন অংশ</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>সেটিংস…</translation>
    </message>
    <message>
      <source>Previous in the list</source>
      <translation>তালিকার আগেরটি</translation>
    </message>
    <message>
      <source>Previous part of the window</source>
      <translation>উইন্ডোর আগের অংশ</translation>
    </message>
    <message>
      <source>Previous passage</source>
      <translation>আগের অভিন্ন অংশ</translation>
    </message>
    <message>
      <source>Previous span</source>
      <translation>আগের চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>Previous suggestion</source>
      <translation>আগের প্রস্তাব</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>বেরিয়ে যান</translation>
    </message>
    <message>
      <source>Read the share of text in common from the links</source>
      <translation>কতটা লেখা মেলে তা সংযোগ থেকে পড়ুন</translation>
    </message>
    <message>
      <source>Recover a damaged file…</source>
      <translation>নষ্ট ফাইল উদ্ধার করুন…</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>আবার করুন</translation>
    </message>
    <message>
      <source>Refuse all suggestions of both articles</source>
      <translation>দুই সংবাদের সব প্রস্তাব প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Refuse the passage</source>
      <translation>অভিন্ন অংশটি প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Refuse the suggestion</source>
      <translation>প্রস্তাবটি প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>পুনরাবৃত্তি</translation>
    </message>
    <message>
      <source>Report of this pair…</source>
      <translation>এই জোড়ার প্রতিবেদন…</translation>
    </message>
    <message>
      <source>Restore a backup…</source>
      <translation>ব্যাকআপ ফিরিয়ে আনুন…</translation>
    </message>
    <message>
      <source>Ribbons: all, the current one, none</source>
      <translation>ফিতা: সব, শুধু বর্তমানটি, একটিও নয়</translation>
    </message>
    <message>
      <source>Scroll together</source>
      <translation>একসঙ্গে স্ক্রল</translation>
    </message>
    <message>
      <source>Search all articles…</source>
      <translation>সব সংবাদে খোঁজা…</translation>
    </message>
    <message>
      <source>Select the block, then the next one too</source>
      <translation>অনুচ্ছেদ নির্বাচন করুন, তারপর পরেরটিও</translation>
    </message>
    <message>
      <source>Shared terms</source>
      <translation>অভিন্ন শব্দ</translation>
    </message>
    <message>
      <source>Show all columns</source>
      <translation>সব কলাম দেখান</translation>
    </message>
    <message>
      <source>Show me around</source>
      <translation>পরিচিতি দেখান</translation>
    </message>
    <message>
      <source>Similar sentences</source>
      <translation>কাছাকাছি বাক্য</translation>
    </message>
    <message>
      <source>Skip for now</source>
      <translation>আপাতত এড়িয়ে যান</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>লেখা ছোট করুন</translation>
    </message>
    <message>
      <source>Stock phrases</source>
      <translation>গৎবাঁধা কথা</translation>
    </message>
    <message>
      <source>Suggest boilerplate and events…</source>
      <translation>বাড়তি লেখা ও ঘটনার প্রস্তাব আনুন…</translation>
    </message>
    <message>
      <source>Suggested events</source>
      <translation>প্রস্তাবিত ঘটনা</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>প্রস্তাব</translation>
    </message>
    <message>
      <source>Swap left and right</source>
      <translation>ডান-বাঁ অদলবদল করুন</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>এখনই মিলিয়ে নিন</translation>
    </message>
    <message>
      <source>Take all passages as links</source>
      <translation>সব অভিন্ন অংশ সংযোগ হিসেবে নিন</translation>
    </message>
    <message>
      <source>Take the relation back</source>
      <translation>সম্পর্ক তুলে নিন</translation>
    </message>
    <message>
      <source>Team status…</source>
      <translation>দলের অবস্থা…</translation>
    </message>
    <message>
      <source>Text in its normal size</source>
      <translation>লেখা স্বাভাবিক মাপে</translation>
    </message>
    <message>
      <source>The engine beside your links</source>
      <translation>আপনাদের সংযোগের পাশে যন্ত্রের হিসাব</translation>
    </message>
    <message>
      <source>The link begins at the caret</source>
      <translation>সংযোগটি কার্সর থেকে শুরু</translation>
    </message>
    <message>
      <source>The link begins at the caret, inside a word too</source>
      <translation>সংযোগ ঠিক কার্সরেই শুরু, শব্দের মাঝেও</translation>
    </message>
    <message>
      <source>The link ends at the caret</source>
      <translation>সংযোগটি কার্সরে শেষ</translation>
    </message>
    <message>
      <source>The link ends at the caret, inside a word too</source>
      <translation>সংযোগ ঠিক কার্সরেই শেষ, শব্দের মাঝেও</translation>
    </message>
    <message>
      <source>This article alone</source>
      <translation>শুধু এই সংবাদ</translation>
    </message>
    <message>
      <source>Timeline of events</source>
      <translation>ঘটনার সময়রেখা</translation>
    </message>
    <message>
      <source>Turn the direction</source>
      <translation>দিক ঘোরান</translation>
    </message>
    <message>
      <source>Turn the link’s direction</source>
      <translation>সংযোগের দিক ঘোরান</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>Work together in a folder…</source>
      <translation>ফোল্ডারে একসঙ্গে কাজ করুন…</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>নোট লিখুন</translation>
    </message>
    <message>
      <source>Your own suggesters…</source>
      <translation>আপনার নিজের প্রস্তাবক…</translation>
    </message>
  </context>
  <context>
    <name>Adjudication</name>
    <message numerus="yes">
      <source>%n contradict each other and are left: press L on the right one, or link anew, and decide as you say.</source>
      <translation>
        <numerusform>%Lnটি পরস্পরবিরোধী, সেগুলো বাকি রইল: ঠিকটিতে গিয়ে L চাপুন বা নতুন করে সংযোগ করুন, তারপর নিজের উত্তর গ্রহণ করুন।</numerusform>
        <numerusform>%Lnটি পরস্পরবিরোধী, সেগুলো বাকি রইল: ঠিকটিতে গিয়ে L চাপুন বা নতুন করে সংযোগ করুন, তারপর নিজের উত্তর গ্রহণ করুন।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n contradict each other.</source>
      <translation>
        <numerusform>%Lnটি পরস্পরবিরোধী।</numerusform>
        <numerusform>%Lnটি পরস্পরবিরোধী।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s) taken as yours.</source>
      <translation>
        <numerusform>%Lnটি সংযোগ আপনার হিসেবে নেওয়া হলো।</numerusform>
        <numerusform>%Lnটি সংযোগ আপনার হিসেবে নেওয়া হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s)</source>
      <translation>
        <numerusform>%Lnটি প্রশ্ন</numerusform>
        <numerusform>%Lnটি প্রশ্ন</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) settled as everybody says.</source>
      <translation>
        <numerusform>সবার মত অনুযায়ী %Lnটি প্রশ্নের মীমাংসা হলো।</numerusform>
        <numerusform>সবার মত অনুযায়ী %Lnটি প্রশ্নের মীমাংসা হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Adjudication</source>
      <translation>মীমাংসা</translation>
    </message>
    <message>
      <source>Decide as {who} says</source>
      <translation>{who} যা বলেছেন তা-ই ঠিক ধরুন</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>Nobody disagrees on anything that is open.</source>
      <translation>খোলা কোনো বিষয়ে কারও দ্বিমত নেই।</translation>
    </message>
    <message>
      <source>None of them is right? Judge or mark it yourself as usual: your answer then stands here too.</source>
      <translation>কোনোটিই ঠিক নয়? নিজে যথারীতি মূল্যায়ন করুন বা চিহ্ন দিন: আপনার উত্তরও তখন এখানে থাকবে।</translation>
    </message>
    <message>
      <source>Open it again</source>
      <translation>আবার খুলুন</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>প্রশ্ন</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>Settle what everybody agrees on</source>
      <translation>যাতে সবাই একমত তার মীমাংসা করুন</translation>
    </message>
    <message>
      <source>Settled ones too</source>
      <translation>মীমাংসিতগুলোও</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message numerus="yes">
      <source>Take %n that nobody contradicts</source>
      <translation>
        <numerusform>যে %Lnটিতে বিরোধ নেই, সেগুলো নিন</numerusform>
        <numerusform>যে %Lnটিতে বিরোধ নেই, সেগুলো নিন</numerusform>
      </translation>
    </message>
    <message>
      <source>Take all of them together</source>
      <translation>সবগুলো একসঙ্গে নিন</translation>
    </message>
    <message>
      <source>This is right</source>
      <translation>এটিই ঠিক</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>কেন</translation>
    </message>
    <message>
      <source>Why (annotators see it)</source>
      <translation>কেন (মূল্যায়নকারীরা দেখতে পাবেন)</translation>
    </message>
    <message numerus="yes">
      <source>and %n link(s) as everybody</source>
      <translation>
        <numerusform>আর সবার মতো %Lnটি সংযোগ</numerusform>
        <numerusform>আর সবার মতো %Lnটি সংযোগ</numerusform>
      </translation>
    </message>
    <message>
      <source>no event</source>
      <translation>কোনো ঘটনা নেই</translation>
    </message>
    <message>
      <source>no link</source>
      <translation>কোনো সংযোগ নেই</translation>
    </message>
    <message>
      <source>no span</source>
      <translation>কোনো চিহ্নিত অংশ নেই</translation>
    </message>
  </context>
  <context>
    <name>Agreement</name>
    <message numerus="yes">
      <source>%n pair(s) linked by two or more</source>
      <translation>
        <numerusform>%Lnটি জোড়ায় দুজন বা তার বেশি সংযোগ করেছেন</numerusform>
        <numerusform>%Lnটি জোড়ায় দুজন বা তার বেশি সংযোগ করেছেন</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unit(s)</source>
      <translation>
        <numerusform>%Lnটি একক</numerusform>
        <numerusform>%Lnটি একক</numerusform>
      </translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>মতৈক্য</translation>
    </message>
    <message>
      <source>Alpha by label</source>
      <translation>লেবেল অনুযায়ী আলফা</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>গণনা চলছে…</translation>
    </message>
    <message>
      <source>Duplicate clusters (B³)</source>
      <translation>একই লেখার গুচ্ছ (B³)</translation>
    </message>
    <message>
      <source>Events of articles</source>
      <translation>সংবাদের ঘটনা</translation>
    </message>
    <message>
      <source>F1 by characters, by label</source>
      <translation>অক্ষর ধরে F1, লেবেল অনুযায়ী</translation>
    </message>
    <message>
      <source>F1 by characters, two annotators</source>
      <translation>অক্ষর ধরে F1, দুই মূল্যায়নকারী</translation>
    </message>
    <message>
      <source>F1 of links with the same borders</source>
      <translation>হুবহু একই সীমার সংযোগের F1</translation>
    </message>
    <message>
      <source>F1 of the same links, by characters</source>
      <translation>একই সংযোগের F1, অক্ষর অনুযায়ী</translation>
    </message>
    <message>
      <source>Kappa with the others</source>
      <translation>অন্যদের সঙ্গে কাপ্পা</translation>
    </message>
    <message>
      <source>Kinds of links that match</source>
      <translation>যেসব সংযোগ মেলে সেগুলোর ধরন</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>Nothing to compare yet: no two annotators judged the same pair or marked the same article. Hand out work with an overlap, then join the files.</source>
      <translation>তুলনার মতো কিছু এখনো নেই: কোনো দুজন মূল্যায়নকারী একই জোড়া মূল্যায়ন বা একই সংবাদ চিহ্নিত করেননি। কিছু অংশ মিলিয়ে কাজ ভাগ করে দিন, তারপর ফাইলগুলো একত্র করুন।</translation>
    </message>
    <message>
      <source>PlagDet, each against each</source>
      <translation>PlagDet, প্রত্যেকে প্রত্যেকের সঙ্গে</translation>
    </message>
    <message>
      <source>Ratings (ordinal alpha)</source>
      <translation>রেটিং (ক্রমসূচক আলফা)</translation>
    </message>
    <message>
      <source>Relations of pairs</source>
      <translation>জোড়ার সম্পর্ক</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>{articles} · alpha of borders {units} · with labels {labels}</source>
      <translation>{articles} · সীমানার আলফা {units} · লেবেলসহ {labels}</translation>
    </message>
    <message>
      <source>{units} · alpha {alpha} · Fleiss’ kappa {fleiss} · same: {same}</source>
      <translation>{units} · আলফা {alpha} · ফ্লাইসের কাপ্পা {fleiss} · একই: {same}</translation>
    </message>
  </context>
  <context>
    <name>Annotator</name>
    <message>
      <source>Go on as this annotator</source>
      <translation>এই মূল্যায়নকারী হিসেবে কাজ চালান</translation>
    </message>
    <message>
      <source>I am somebody else…</source>
      <translation>আমি অন্য কেউ…</translation>
    </message>
    <message>
      <source>I am {name}</source>
      <translation>আমিই {name}</translation>
    </message>
    <message>
      <source>Name or initials</source>
      <translation>নাম বা আদ্যক্ষর</translation>
    </message>
    <message>
      <source>This file was handed out to {name}. What you do in it is kept under that name, so that it can be joined with the others’ work.</source>
      <translation>এই ফাইলটি {name}-কে দেওয়া হয়েছিল। এতে আপনি যা করবেন তা ওই নামেই থাকবে, যাতে অন্যদের কাজের সঙ্গে একত্র করা যায়।</translation>
    </message>
    <message>
      <source>Who is annotating?</source>
      <translation>কে মূল্যায়ন করছেন?</translation>
    </message>
    <message>
      <source>Your judgements are kept under this name, so that several people’s work can be brought together. Initials are enough.</source>
      <translation>আপনার মূল্যায়ন এই নামে রাখা হয়, যাতে কয়েকজনের কাজ একত্র করা যায়। আদ্যক্ষরই যথেষ্ট।</translation>
    </message>
  </context>
  <context>
    <name>ArticleChooser</name>
    <message>
      <source>Add</source>
      <translation>যোগ করুন</translation>
    </message>
    <message>
      <source>Add another article beside</source>
      <translation>পাশে আরেকটি সংবাদ রাখুন</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Title, outlet, date, “text”…</source>
      <translation>শিরোনাম, সংবাদমাধ্যম, তারিখ, “লেখা”…</translation>
    </message>
  </context>
  <context>
    <name>ArticleDetails</name>
    <message>
      <source>Article</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>As imported: {text}</source>
      <translation>যেমন এসেছিল: {text}</translation>
    </message>
    <message>
      <source>Keep changes</source>
      <translation>পরিবর্তন রাখুন</translation>
    </message>
    <message>
      <source>{characters} · read as {encoding}</source>
      <translation>{characters} · {encoding} হিসেবে পড়া</translation>
    </message>
  </context>
  <context>
    <name>BackupMonitor</name>
    <message>
      <source>It is not open there: take it over</source>
      <translation>সেখানে খোলা নেই: এখানে নিয়ে নিন</translation>
    </message>
    <message>
      <source>No backup could be made: {reason}</source>
      <translation>ব্যাকআপ করা গেল না: {reason}</translation>
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation>
        <numerusform>%Lnটি অভিন্ন অংশ</numerusform>
        <numerusform>%Lnটি অভিন্ন অংশ</numerusform>
      </translation>
    </message>
    <message>
      <source>A long stretch told in a short one; the share is that of the rare words of the short one.</source>
      <translation>লম্বা লেখা অল্প কথায় বলা; হারটি ছোট লেখার বিরল শব্দগুলোর।</translation>
    </message>
    <message>
      <source>At least 85 of 100 words are the same.</source>
      <translation>১০০টির মধ্যে অন্তত ৮৫টি শব্দ এক।</translation>
    </message>
    <message>
      <source>Passage {n} of {total}</source>
      <translation>অভিন্ন অংশ {n} / {total}</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>শুধু পড়ার জন্য</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>সংরক্ষিত {time}</translation>
    </message>
    <message>
      <source>The same text in partly other words, or in another order.</source>
      <translation>একই লেখা, কিছুটা অন্য শব্দে বা অন্য ক্রমে।</translation>
    </message>
    <message>
      <source>The words are the same on both sides; at most their form differs.</source>
      <translation>দুই পাশের শব্দ একই; বড়জোর লেখার ধরন আলাদা।</translation>
    </message>
    <message>
      <source>next, previous</source>
      <translation>পরের, আগের</translation>
    </message>
    <message>
      <source>{percent} alike</source>
      <translation>{percent} মিল</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Nothing yet</source>
      <translation>এখনো কিছু নেই</translation>
    </message>
  </context>
  <context>
    <name>CompareSuggesters</name>
    <message>
      <source>Against</source>
      <translation>যার সঙ্গে তুলনা</translation>
    </message>
    <message>
      <source>Both (F1)</source>
      <translation>দুটো মিলিয়ে (F1)</translation>
    </message>
    <message>
      <source>Compare suggesters</source>
      <translation>প্রস্তাবকদের তুলনা</translation>
    </message>
    <message>
      <source>Difference in F1</source>
      <translation>F1-এর পার্থক্য</translation>
    </message>
    <message>
      <source>Each suggester works on one half of what people decided while that is hidden from it, and may learn from the other half. Nothing in the project changes.</source>
      <translation>যেসব বিষয়ে সিদ্ধান্ত হয়েছে, তার অর্ধেক প্রস্তাবকের কাছে লুকিয়ে রেখে সেই অর্ধেকেই তাকে কাজ করানো হয়; বাকি অর্ধেক থেকে সে শিখতে পারে। প্রকল্পে কিছুই বদলায় না।</translation>
    </message>
    <message>
      <source>Found (recall)</source>
      <translation>পাওয়া গেছে (রিকল)</translation>
    </message>
    <message>
      <source>How often</source>
      <translation>কতবার</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>মাপুন</translation>
    </message>
    <message numerus="yes">
      <source>Measured on %n decided item(s); in brackets the 95 % interval.</source>
      <translation>
        <numerusform>%Lnটি সিদ্ধান্তের ওপর মাপা; বন্ধনীতে ৯৫% ব্যাপ্তি।</numerusform>
        <numerusform>%Lnটি সিদ্ধান্তের ওপর মাপা; বন্ধনীতে ৯৫% ব্যাপ্তি।</numerusform>
      </translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>মাপা হচ্ছে…</translation>
    </message>
    <message>
      <source>People’s label</source>
      <translation>মানুষের দেওয়া লেবেল</translation>
    </message>
    <message>
      <source>Right (precision)</source>
      <translation>ঠিক (প্রিসিশন)</translation>
    </message>
    <message>
      <source>Save as a table…</source>
      <translation>ছক হিসেবে রাখুন…</translation>
    </message>
    <message>
      <source>Saved as {name}.</source>
      <translation>{name} নামে রাখা হয়েছে।</translation>
    </message>
    <message>
      <source>Suggested</source>
      <translation>প্রস্তাবের সংখ্যা</translation>
    </message>
    <message>
      <source>Suggested label</source>
      <translation>প্রস্তাবিত লেবেল</translation>
    </message>
    <message>
      <source>Suggester</source>
      <translation>প্রস্তাবক</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>ছক (*.csv)</translation>
    </message>
    <message>
      <source>What they suggest</source>
      <translation>কী প্রস্তাব করে</translation>
    </message>
    <message>
      <source>p (McNemar)</source>
      <translation>p (ম্যাকনেমার)</translation>
    </message>
  </context>
  <context>
    <name>CompareView</name>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Differs</source>
      <translation>আলাদা</translation>
    </message>
    <message>
      <source>Link {number}, {kind}</source>
      <translation>সংযোগ {number}, {kind}</translation>
    </message>
    <message>
      <source>Not in the other article</source>
      <translation>অন্য সংবাদে নেই</translation>
    </message>
    <message>
      <source>Overview of the article</source>
      <translation>সংবাদের সারচিত্র</translation>
    </message>
    <message>
      <source>Passage {number}, {percent} % alike</source>
      <translation>অভিন্ন অংশ {number}, {percent}% মিল</translation>
    </message>
    <message>
      <source>Ribbons between two articles</source>
      <translation>দুই সংবাদের মধ্যে ফিতা</translation>
    </message>
    <message>
      <source>Search hit</source>
      <translation>খোঁজার ফল</translation>
    </message>
    <message>
      <source>Shared term</source>
      <translation>অভিন্ন শব্দ</translation>
    </message>
    <message>
      <source>Similar sentence</source>
      <translation>কাছাকাছি বাক্য</translation>
    </message>
    <message>
      <source>Stands here twice</source>
      <translation>এখানে দুবার আছে</translation>
    </message>
    <message>
      <source>Suggested: {label}</source>
      <translation>প্রস্তাবিত: {label}</translation>
    </message>
    <message>
      <source>The other article writes: {words}</source>
      <translation>অন্য সংবাদে লেখা আছে: {words}</translation>
    </message>
    <message>
      <source>The other article: {words}</source>
      <translation>অন্য সংবাদে: {words}</translation>
    </message>
    <message>
      <source>repeats a passage</source>
      <translation>একটি অংশের পুনরাবৃত্তি আছে</translation>
    </message>
  </context>
  <context>
    <name>Conflicts</name>
    <message>
      <source>Changed differently</source>
      <translation>ভিন্নভাবে বদলানো</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>বন্ধ করুন</translation>
    </message>
    <message>
      <source>Counts now</source>
      <translation>এখন যা ধরা হচ্ছে</translation>
    </message>
    <message>
      <source>Keep what counts now</source>
      <translation>এখন যা ধরা হচ্ছে তা-ই রাখুন</translation>
    </message>
    <message>
      <source>Nothing was changed differently in the files you joined.</source>
      <translation>একত্র করা ফাইলগুলোতে কোনো কিছু ভিন্নভাবে বদলানো হয়নি।</translation>
    </message>
    <message>
      <source>Take the other version</source>
      <translation>অন্য সংস্করণটি নিন</translation>
    </message>
    <message>
      <source>The other version</source>
      <translation>অন্য সংস্করণ</translation>
    </message>
    <message>
      <source>These were changed in two files. The newer version counts now; choose the other one where it is right. Neither is lost.</source>
      <translation>এগুলো দুই ফাইলে দুভাবে বদলানো হয়েছে। এখন নতুন সংস্করণটি ধরা হচ্ছে; যেখানে অন্যটি ঠিক, সেটি বেছে নিন। কোনোটিই হারায় না।</translation>
    </message>
    <message>
      <source>What</source>
      <translation>কী</translation>
    </message>
    <message>
      <source>deleted</source>
      <translation>মুছে ফেলা</translation>
    </message>
  </context>
  <context>
    <name>Consistency</name>
    <message numerus="yes">
      <source>%n article(s) are one</source>
      <translation>
        <numerusform>%Lnটি সংবাদ আসলে একই</numerusform>
        <numerusform>%Lnটি সংবাদ আসলে একই</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) judged.</source>
      <translation>
        <numerusform>%Lnটি জোড়ার মূল্যায়ন হলো।</numerusform>
        <numerusform>%Lnটি জোড়ার মূল্যায়ন হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Can’t all be right</source>
      <translation>সবগুলো ঠিক হতে পারে না</translation>
    </message>
    <message>
      <source>Clusters</source>
      <translation>গুচ্ছ</translation>
    </message>
    <message>
      <source>Contradictions and clusters</source>
      <translation>অসংগতি ও গুচ্ছ</translation>
    </message>
    <message numerus="yes">
      <source>Judge %n open pair(s) the same</source>
      <translation>
        <numerusform>বাকি %Lnটি জোড়ারও একই মূল্যায়ন করুন</numerusform>
        <numerusform>বাকি %Lnটি জোড়ারও একই মূল্যায়ন করুন</numerusform>
      </translation>
    </message>
    <message>
      <source>No judgement contradicts another one.</source>
      <translation>কোনো মূল্যায়ন অন্যটির বিরোধী নয়।</translation>
    </message>
    <message>
      <source>No two articles are exact duplicates yet.</source>
      <translation>কোনো দুটি সংবাদ এখনো হুবহু এক বলে চিহ্নিত নয়।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>এবং আরও %Lnটি</numerusform>
        <numerusform>এবং আরও %Lnটি</numerusform>
      </translation>
    </message>
    <message>
      <source>{who} says “{says}” of two articles that are “{same}” through others.</source>
      <translation>{who} যে দুটি সংবাদকে “{says}” বলেছেন, অন্যগুলোর সূত্রে সে দুটি “{same}”।</translation>
    </message>
  </context>
  <context>
    <name>Core</name>
    <message>
      <source>A CAS holds one text.</source>
      <translation>একটি CAS-এ একটিই লেখা থাকে।</translation>
    </message>
    <message>
      <source>A PDF needs the libraries fpdf2 and uharfbuzz: pip install 'dittomark[pdf]'. An .html report needs nothing, and a browser prints it.</source>
      <translation>PDF-এর জন্য fpdf2 ও uharfbuzz লাইব্রেরি লাগে: “pip install 'dittomark[pdf]'”। .html প্রতিবেদনে কিছুই লাগে না, ব্রাউজার থেকে ছাপা যায়।</translation>
    </message>
    <message>
      <source>A Prodigy task has one text.</source>
      <translation>Prodigy-র একটি কাজে একটিই লেখা থাকে।</translation>
    </message>
    <message>
      <source>A case has no offsets that are numbers.</source>
      <translation>একটি ঘটনার অবস্থান সংখ্যায় দেওয়া নেই।</translation>
    </message>
    <message>
      <source>A cell holds 32,767 characters; what is longer was cut.</source>
      <translation>একটি ঘরে ৩২,৭৬৭টি অক্ষর ধরে; এর বেশি অংশ কেটে দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>A database has rows only, no label scheme.</source>
      <translation>ডেটাবেসে শুধু সারি থাকে, লেবেলের তালিকা থাকে না।</translation>
    </message>
    <message>
      <source>A decision on links needs “a”, “b” and “links”.</source>
      <translation>সংযোগের সিদ্ধান্তে “a”, “b” ও “links” লাগে।</translation>
    </message>
    <message>
      <source>A document of this file is absurdly long.</source>
      <translation>এই ফাইলের একটি নথি অস্বাভাবিক রকম দীর্ঘ।</translation>
    </message>
    <message>
      <source>A file of WebAnno TSV holds one text.</source>
      <translation>WebAnno TSV-র এক ফাইলে একটিই লেখা থাকে।</translation>
    </message>
    <message>
      <source>A file “{ending}” is data of a program. Save it there as CSV, JSONL or Parquet, and import that.</source>
      <translation>“{ending}” ফাইল কোনো প্রোগ্রামের তথ্য। সেই প্রোগ্রামে CSV, JSONL বা Parquet হিসেবে সংরক্ষণ করে সেটি ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>A file “{ending}” is no article. If it is one all the same, say that its format is text.</source>
      <translation>“{ending}” ফাইল সংবাদ নয়। তবু সংবাদ হলে বলে দিন যে এর বিন্যাস লেখা (text)।</translation>
    </message>
    <message>
      <source>A line holds a pair with its label only.</source>
      <translation>একটি লাইনে শুধু একটি জোড়া ও তার লেবেল থাকে।</translation>
    </message>
    <message>
      <source>A line of the kind “{kind}” has no place here.</source>
      <translation>“{kind}” ধরনের লাইনের জায়গা এখানে নেই।</translation>
    </message>
    <message>
      <source>A link must lie inside its texts: {start}–{end} does not fit “{title}” of {length} characters.</source>
      <translation>সংযোগ লেখার ভেতরে থাকতে হবে: “{title}”-এ {length}টি অক্ষর, {start}–{end} তাতে পড়ে না।</translation>
    </message>
    <message>
      <source>A link needs two different stretches.</source>
      <translation>সংযোগের জন্য দুটি আলাদা অংশ লাগে।</translation>
    </message>
    <message>
      <source>A link suggestion needs a kind.</source>
      <translation>সংযোগের প্রস্তাবে একটি ধরন লাগে।</translation>
    </message>
    <message>
      <source>A link suggestion needs two articles and offsets.</source>
      <translation>সংযোগের প্রস্তাবে দুটি সংবাদ এবং শুরু ও শেষের অবস্থান লাগে।</translation>
    </message>
    <message>
      <source>A number of this row can't be read.</source>
      <translation>এই সারির একটি সংখ্যা পড়া যায় না।</translation>
    </message>
    <message>
      <source>A pair can be held for 0 to {most} minutes.</source>
      <translation>একটি জোড়া ০ থেকে {most} মিনিট পর্যন্ত ধরে রাখা যায়।</translation>
    </message>
    <message>
      <source>A pair can have 0 to {most} judgements.</source>
      <translation>একটি জোড়ার ০ থেকে {most}টি মূল্যায়ন হতে পারে।</translation>
    </message>
    <message>
      <source>A pair goes into the queue at once: judge it there.</source>
      <translation>জোড়া সরাসরি কাজের সারিতে চলে যায়: সেখানেই মূল্যায়ন করুন।</translation>
    </message>
    <message>
      <source>A pair needs two different articles.</source>
      <translation>জোড়ার জন্য দুটি আলাদা সংবাদ লাগে।</translation>
    </message>
    <message>
      <source>A part of this program is missing. Install it again.</source>
      <translation>এই প্রোগ্রামের একটি অংশ নেই। প্রোগ্রামটি আবার ইনস্টল করুন।</translation>
    </message>
    <message>
      <source>A quotation mark that opens in this row does not close within {most:,} characters: this row and {below:,} lines below it were not read. Mend the row and import the file again.</source>
      <translation>এই সারিতে শুরু হওয়া একটি উদ্ধৃতিচিহ্ন {most:,}টি অক্ষরের মধ্যে শেষ হয়নি: এই সারি ও এর নিচের {below:,}টি লাইন পড়া হয়নি। সারিটি ঠিক করে ফাইলটি আবার ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>A quotation mark that opens in this row never closes: this row and those below it were not read. Mend the row and import the file again.</source>
      <translation>এই সারিতে শুরু হওয়া একটি উদ্ধৃতিচিহ্ন কোথাও শেষ হয়নি: এই সারি ও এর নিচেরগুলো পড়া হয়নি। সারিটি ঠিক করে ফাইলটি আবার ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>A record of this web archive is damaged ({reason}).</source>
      <translation>এই ওয়েব আর্কাইভের একটি রেকর্ড নষ্ট ({reason})।</translation>
    </message>
    <message>
      <source>A relation between two spans has no place here.</source>
      <translation>দুটি চিহ্নিত অংশের মধ্যে সম্পর্কের জায়গা এখানে নেই।</translation>
    </message>
    <message>
      <source>A relation suggestion needs a pair and a label.</source>
      <translation>সম্পর্কের প্রস্তাবে একটি জোড়া ও একটি লেবেল লাগে।</translation>
    </message>
    <message>
      <source>A report is an .html or a .pdf file: give --out such a name.</source>
      <translation>প্রতিবেদন .html বা .pdf ফাইল হয়: তেমন একটি নাম দিন (--out)।</translation>
    </message>
    <message>
      <source>A result of the type “{type}” has no place here.</source>
      <translation>“{type}” ধরনের ফলাফলের জায়গা এখানে নেই।</translation>
    </message>
    <message>
      <source>A row of {table} is damaged ({name}); check --repair leaves it out.</source>
      <translation>একটি ভুক্তি নষ্ট ({table}: {name}); check --repair সেটি বাদ দেয়।</translation>
    </message>
    <message>
      <source>A score is a number from 0 to 1: {score} is not.</source>
      <translation>স্কোর ০ থেকে ১-এর মধ্যে একটি সংখ্যা: {score} তা নয়।</translation>
    </message>
    <message>
      <source>A spaCy document is one text.</source>
      <translation>spaCy-র একটি নথিতে একটিই লেখা থাকে।</translation>
    </message>
    <message>
      <source>A span in Prodigy has no note.</source>
      <translation>Prodigy-তে চিহ্নিত অংশের নোট থাকে না।</translation>
    </message>
    <message>
      <source>A span must lie inside the text: {start}–{end} does not fit “{title}” of {length} characters.</source>
      <translation>চিহ্নিত অংশ লেখার ভেতরে থাকতে হবে: “{title}”-এ {length}টি অক্ষর, {start}–{end} তাতে পড়ে না।</translation>
    </message>
    <message>
      <source>A span suggestion needs an article, offsets and a label.</source>
      <translation>চিহ্নিত অংশের প্রস্তাবে একটি সংবাদ, শুরু ও শেষের অবস্থান এবং একটি লেবেল লাগে।</translation>
    </message>
    <message>
      <source>A suggested event needs a title.</source>
      <translation>প্রস্তাবিত ঘটনার শিরোনাম দরকার।</translation>
    </message>
    <message>
      <source>A suggested span {start}–{end} lies outside “{title}”.</source>
      <translation>প্রস্তাবিত অংশ {start}–{end} “{title}”-এর বাইরে পড়ে।</translation>
    </message>
    <message>
      <source>A suggestion names who suggests: its suggester is empty.</source>
      <translation>প্রস্তাবে কে প্রস্তাব দিচ্ছে তা থাকতে হয়: প্রস্তাবকের নাম খালি।</translation>
    </message>
    <message>
      <source>A workbook can't hold control characters.</source>
      <translation>ওয়ার্কবুকে নিয়ন্ত্রণ-অক্ষর রাখা যায় না।</translation>
    </message>
    <message>
      <source>A workbook has rows only, no label scheme.</source>
      <translation>ওয়ার্কবুকে শুধু সারি থাকে, লেবেলের তালিকা থাকে না।</translation>
    </message>
    <message>
      <source>A {what} of the scheme has no key.</source>
      <translation>তালিকার একটি ভুক্তির ({what}) ফাইলের সংকেত নেই।</translation>
    </message>
    <message>
      <source>Above the names of the columns stands “{title}”: it was left out.</source>
      <translation>কলামের নামের ওপরে “{title}” লেখা আছে: সেটি বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>An annotation that names no text by its hash or id has no place here.</source>
      <translation>যে টীকা চেকসাম বা আইডি দিয়ে কোনো লেখার নাম বলে না, তার জায়গা এখানে নেই।</translation>
    </message>
    <message>
      <source>An element of this page has thousands of attributes.</source>
      <translation>পাতাটির একটি অংশে হাজার হাজার অ্যাট্রিবিউট আছে।</translation>
    </message>
    <message>
      <source>An event can't be merged with itself.</source>
      <translation>একটি ঘটনাকে তার নিজের সঙ্গে এক করা যায় না।</translation>
    </message>
    <message>
      <source>An event can't be part of itself.</source>
      <translation>একটি ঘটনা নিজেরই অংশ হতে পারে না।</translation>
    </message>
    <message>
      <source>An event needs a title.</source>
      <translation>ঘটনার একটি শিরোনাম লাগে।</translation>
    </message>
    <message>
      <source>An event suggestion needs an article and an event.</source>
      <translation>ঘটনার প্রস্তাবে একটি সংবাদ ও একটি ঘটনা লাগে।</translation>
    </message>
    <message>
      <source>An object in this file is absurdly long.</source>
      <translation>এই ফাইলের একটি ভুক্তি অস্বাভাবিক লম্বা।</translation>
    </message>
    <message>
      <source>Annotations name their text by its hash; it is not inside.</source>
      <translation>চিহ্নগুলো লেখাকে চেকসাম দিয়ে চেনায়; লেখা ভেতরে থাকে না।</translation>
    </message>
    <message>
      <source>Another copy of them is kept, or nothing is left.</source>
      <translation>এগুলোর আরেকটি কপি রাখা হয়েছে, অথবা কিছুই বাকি থাকেনি।</translation>
    </message>
    <message>
      <source>Another program took away the log of {name}. Nothing is lost: what stood in it is in the file.</source>
      <translation>অন্য একটি প্রোগ্রাম {name}-এর লগ সরিয়ে ফেলেছে। কিছু হারায়নি: লগে যা ছিল, এখন ফাইলেই আছে।</translation>
    </message>
    <message>
      <source>Article {number} of this file has no text.</source>
      <translation>এই ফাইলের {number} নম্বর সংবাদে কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>লেখক</translation>
    </message>
    <message>
      <source>Beside {path} lay the log of another file or an older state: it was not used, and is kept as {aside}.</source>
      <translation>{path}-এর পাশে অন্য একটি ফাইলের বা পুরোনো অবস্থার লগ ছিল: সেটি ব্যবহার করা হয়নি, {aside} নামে রাখা আছে।</translation>
    </message>
    <message>
      <source>Beside {path} lies the log {log} of another file or an older state, and it can't be moved: {reason}.</source>
      <translation>{path}-এর পাশে {log} নামে অন্য একটি ফাইলের বা পুরোনো অবস্থার লগ আছে, আর সেটি সরানো যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>Beside {path} lies the log {log} of another file or an older state: open the project to work in it, and the log is set aside.</source>
      <translation>{path}-এর পাশে {log} নামে অন্য একটি ফাইলের বা পুরোনো অবস্থার লগ আছে: কাজ করার জন্য প্রকল্পটি খুলুন, লগটি আলাদা করে রাখা হবে।</translation>
    </message>
    <message>
      <source>Between two tokens, or in a token that is taken.</source>
      <translation>দুই শব্দের মাঝখানে, অথবা যে শব্দে আগেই চিহ্ন আছে তার ভেতরে।</translation>
    </message>
    <message>
      <source>Boilerplate</source>
      <translation>বাড়তি লেখা</translation>
    </message>
    <message>
      <source>Byte {position} of this file is not valid in the encoding {name}.</source>
      <translation>ফাইলের {position} নম্বর বাইটটি {name} এনকোডিংয়ে চলে না।</translation>
    </message>
    <message>
      <source>CSV has rows only, no label scheme.</source>
      <translation>CSV-তে শুধু সারি থাকে, লেবেলের তালিকা থাকে না।</translation>
    </message>
    <message>
      <source>Candidate pairs are being looked for in {folder} already: wait for that to end.</source>
      <translation>{folder} ফোল্ডারে জোড়া খোঁজা চলছে: শেষ হওয়া পর্যন্ত অপেক্ষা করুন।</translation>
    </message>
    <message>
      <source>Candidate pairs: articles on one event</source>
      <translation>সম্ভাব্য জোড়া: একই ঘটনার সংবাদ</translation>
    </message>
    <message>
      <source>Candidate pairs: articles that share passages</source>
      <translation>সম্ভাব্য জোড়া: যেসব সংবাদে একই অংশ আছে</translation>
    </message>
    <message>
      <source>Choose some of the event's articles, not all of them.</source>
      <translation>ঘটনাটির সব সংবাদ নয়, কয়েকটি বেছে নিন।</translation>
    </message>
    <message>
      <source>Clusters name articles only.</source>
      <translation>গুচ্ছে শুধু সংবাদের নাম থাকে।</translation>
    </message>
    <message>
      <source>CoNLL has tagged tokens only.</source>
      <translation>CoNLL-এ শুধু লেবেল দেওয়া শব্দ থাকে।</translation>
    </message>
    <message>
      <source>Columns that the file holds line by line across were read one after the other (pages: {pages}). Look whether the order is right.</source>
      <translation>ফাইলে যে কলামগুলোর লাইন পাশাপাশি মিশে আছে সেগুলো একটির পর একটি পড়া হয়েছে (পাতা: {pages})। ক্রম ঠিক আছে কি না দেখে নিন।</translation>
    </message>
    <message>
      <source>Connection refused</source>
      <translation>সংযোগ প্রত্যাখ্যাত হয়েছে</translation>
    </message>
    <message>
      <source>Connection timed out</source>
      <translation>সময়মতো সাড়া পাওয়া যায়নি</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>তারিখ</translation>
    </message>
    <message>
      <source>Device or resource busy</source>
      <translation>ডিভাইসটি অন্য কাজে ব্যস্ত</translation>
    </message>
    <message>
      <source>Directory not empty</source>
      <translation>ফোল্ডারটি খালি নয়</translation>
    </message>
    <message>
      <source>Each annotator must get at least one pair.</source>
      <translation>প্রত্যেক মূল্যায়নকারীকে অন্তত একটি জোড়া দিতে হবে।</translation>
    </message>
    <message>
      <source>Each pair can be seen by 1 to {count} of these annotators.</source>
      <translation>প্রতিটি জোড়া এই মূল্যায়নকারীদের ১ থেকে {count} জন দেখতে পারেন।</translation>
    </message>
    <message>
      <source>Entries that the blog had not published (drafts, private ones, those in the bin) were left out.</source>
      <translation>ব্লগে প্রকাশ করা হয়নি এমন ভুক্তি (খসড়া, ব্যক্তিগত, ট্র্যাশে রাখা) বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Excel files need the library openpyxl: pip install 'dittomark[excel]'.</source>
      <translation>এক্সেল ফাইলের জন্য openpyxl লাইব্রেরি লাগে: “pip install 'dittomark[excel]'”।</translation>
    </message>
    <message>
      <source>Expecting ',' delimiter</source>
      <translation>এখানে “,” থাকার কথা</translation>
    </message>
    <message>
      <source>Expecting ':' delimiter</source>
      <translation>এখানে “:” থাকার কথা</translation>
    </message>
    <message>
      <source>Expecting property name enclosed in double quotes</source>
      <translation>এখানে জোড়া উদ্ধৃতিচিহ্নে ঘরের নাম থাকার কথা</translation>
    </message>
    <message>
      <source>Expecting value</source>
      <translation>এখানে একটি মান থাকার কথা</translation>
    </message>
    <message>
      <source>Extra data</source>
      <translation>শেষে বাড়তি কিছু আছে</translation>
    </message>
    <message>
      <source>File exists</source>
      <translation>ফাইলটি আগে থেকেই আছে</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>ফাইলের নাম বেশি লম্বা</translation>
    </message>
    <message>
      <source>File too large</source>
      <translation>ফাইলটি বেশি বড়</translation>
    </message>
    <message>
      <source>Files of spaCy need the library spaCy: pip install spacy.</source>
      <translation>spaCy-র ফাইলের জন্য spaCy লাইব্রেরি লাগে: “pip install spacy”।</translation>
    </message>
    <message>
      <source>Groups that must stay whole: {groups}, too few for a split into {parts}.</source>
      <translation>অখণ্ড রাখার মতো গুচ্ছ {groups}টি, {parts}টি ভাগের জন্য তা কম।</translation>
    </message>
    <message>
      <source>Illegal trailing comma before end of array</source>
      <translation>তালিকার শেষে বাড়তি কমা আছে</translation>
    </message>
    <message>
      <source>Illegal trailing comma before end of object</source>
      <translation>ভুক্তির শেষে বাড়তি কমা আছে</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>ডিস্কে পড়া বা লেখায় ত্রুটি</translation>
    </message>
    <message>
      <source>Invalid \escape</source>
      <translation>“\”-এর পরের চিহ্নটি ভুল</translation>
    </message>
    <message>
      <source>Invalid \uXXXX escape</source>
      <translation>“\u”-এর পরের সংকেতটি ভুল</translation>
    </message>
    <message>
      <source>Invalid argument</source>
      <translation>সিস্টেম এটি গ্রহণ করেনি</translation>
    </message>
    <message>
      <source>Invalid control character at</source>
      <translation>একটি অদৃশ্য নিয়ন্ত্রণ-চিহ্ন আছে</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>এটি একটি ফোল্ডার</translation>
    </message>
    <message>
      <source>It ends, or is damaged, in the middle of a character of {encoding}; what stands before was read.</source>
      <translation>ফাইলটি {encoding}-এর একটি অক্ষরের মাঝখানে শেষ হয়েছে বা নষ্ট; তার আগের অংশ পড়া হয়েছে।</translation>
    </message>
    <message>
      <source>It has half of a UTF-16 pair in it.</source>
      <translation>এতে একটি অসম্পূর্ণ অক্ষর আছে (UTF-16 জোড়ার অর্ধেক)।</translation>
    </message>
    <message>
      <source>It has no “{column}”.</source>
      <translation>এতে “{column}” নেই।</translation>
    </message>
    <message>
      <source>It is locked with a password. Unpack it first.</source>
      <translation>এটি পাসওয়ার্ড দিয়ে বন্ধ করা। আগে এটি খুলে নিন।</translation>
    </message>
    <message>
      <source>It lies more than {most} folders deep: it is not read.</source>
      <translation>এটি {most}টির বেশি ফোল্ডারের ভেতরে আছে, তাই পড়া হয়নি।</translation>
    </message>
    <message>
      <source>Its marks count in the letters of the old font: it was not converted.</source>
      <translation>এর চিহ্নগুলো পুরোনো ফন্টের অক্ষর ধরে গোনা: তাই বদলানো হয়নি।</translation>
    </message>
    <message>
      <source>Its text is empty.</source>
      <translation>এর লেখা খালি।</translation>
    </message>
    <message>
      <source>Its text is not text.</source>
      <translation>এর লেখার জায়গায় যা আছে তা লেখা নয়।</translation>
    </message>
    <message>
      <source>Its “{column}” is not text.</source>
      <translation>এর “{column}” লেখা নয়।</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>ভাষা</translation>
    </message>
    <message>
      <source>Line {line}: the place of this token can't be read.</source>
      <translation>লাইন {line}: এই শব্দের অবস্থান পড়া যায় না।</translation>
    </message>
    <message>
      <source>Line {line}: this sentence begins before the one above it ends.</source>
      <translation>লাইন {line}: ওপরের বাক্য শেষ হওয়ার আগেই এই বাক্য শুরু হয়েছে।</translation>
    </message>
    <message>
      <source>Linked both ways by several annotators: read in as one person's, one way is kept.</source>
      <translation>একাধিক মূল্যায়নকারী দুই দিকেই যুক্ত করেছেন: একজনের কাজ হিসেবে ইমপোর্ট করলে একটি দিকই থাকে।</translation>
    </message>
    <message>
      <source>Looking for newer versions is switched off on this computer.</source>
      <translation>এই কম্পিউটারে নতুন সংস্করণ খোঁজা বন্ধ রাখা আছে।</translation>
    </message>
    <message>
      <source>More than {most} articles need the other engine: --engine spark.</source>
      <translation>{most}টির বেশি সংবাদের জন্য অন্য ব্যবস্থা লাগে: “--engine spark”।</translation>
    </message>
    <message>
      <source>Name at least one project file to merge.</source>
      <translation>একত্র করার জন্য অন্তত একটি প্রকল্পের ফাইল দিন।</translation>
    </message>
    <message>
      <source>Name the annotators, each once.</source>
      <translation>মূল্যায়নকারীদের নাম দিন, প্রতিটি একবার।</translation>
    </message>
    <message>
      <source>Network is unreachable</source>
      <translation>নেটওয়ার্ক পাওয়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>ডিস্কে জায়গা নেই</translation>
    </message>
    <message>
      <source>No such device</source>
      <translation>ডিভাইসটি পাওয়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>এমন ফাইল বা ফোল্ডার নেই</translation>
    </message>
    <message>
      <source>No task holds both of their texts.</source>
      <translation>এদের দুটি লেখাই আছে এমন কোনো কাজ নেই।</translation>
    </message>
    <message>
      <source>Nobody has given them ratings.</source>
      <translation>কেউ এগুলোর রেটিং দেননি।</translation>
    </message>
    <message>
      <source>Nobody has judged them yet.</source>
      <translation>এগুলোর মূল্যায়ন এখনো কেউ করেননি।</translation>
    </message>
    <message>
      <source>Nobody in the team is called {name}.</source>
      <translation>দলে {name} নামে কেউ নেই।</translation>
    </message>
    <message>
      <source>Nobody judged them, or people disagree.</source>
      <translation>এগুলোর মূল্যায়ন কেউ করেননি, অথবা মত মেলেনি।</translation>
    </message>
    <message>
      <source>Nobody marked or attached anything in {article}.</source>
      <translation>{article} সংবাদে কেউ কিছু চিহ্নিত বা যোগ করেননি।</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>এটি ফোল্ডার নয়</translation>
    </message>
    <message>
      <source>Nothing can be written to the team's folder: {reason}.</source>
      <translation>দলের ফোল্ডারে কিছু লেখা যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>Nothing in {path} can be read ({reason}): restore a backup.</source>
      <translation>{path} ফাইলের কিছুই পড়া যাচ্ছে না ({reason}): একটি ব্যাকআপ ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>Nothing of that kind was decided yet: there is nothing to train on.</source>
      <translation>এই ধরনের কোনো সিদ্ধান্ত এখনো নেই: শেখানোর মতো কিছু নেই।</translation>
    </message>
    <message>
      <source>Old files can be kept for 0 to {most} days.</source>
      <translation>পুরোনো ফাইল ০ থেকে {most} দিন পর্যন্ত রাখা যায়।</translation>
    </message>
    <message>
      <source>Only named in the card.</source>
      <translation>শুধু বিবরণপত্রে নাম থাকে।</translation>
    </message>
    <message>
      <source>Operation not permitted</source>
      <translation>এই কাজের অনুমতি নেই</translation>
    </message>
    <message>
      <source>PAN does not say whose a link is.</source>
      <translation>কোন সংযোগ কার, PAN-এ তা থাকে না।</translation>
    </message>
    <message>
      <source>PAN has no notes.</source>
      <translation>PAN-এ নোট থাকে না।</translation>
    </message>
    <message>
      <source>PAN has no pairs within one article.</source>
      <translation>PAN-এ একই সংবাদের ভেতরে জোড়া হয় না।</translation>
    </message>
    <message>
      <source>PAN has no place for what is no link.</source>
      <translation>যা সংযোগ নয়, PAN-এ তার জায়গা নেই।</translation>
    </message>
    <message>
      <source>PAN holds texts, pairs and links alone.</source>
      <translation>PAN-এ শুধু লেখা, জোড়া ও সংযোগ থাকে।</translation>
    </message>
    <message>
      <source>PDF files need the library pypdf: pip install 'dittomark[documents]'.</source>
      <translation>PDF ফাইলের জন্য pypdf লাইব্রেরি লাগে: “pip install 'dittomark[documents]'”।</translation>
    </message>
    <message>
      <source>Page {page} can't be read.</source>
      <translation>{page} নম্বর পাতা পড়া যাচ্ছে না।</translation>
    </message>
    <message>
      <source>Page {page} has no text (a picture of a page?).</source>
      <translation>{page} নম্বর পাতায় কোনো লেখা নেই (পাতার ছবি?)।</translation>
    </message>
    <message>
      <source>Parquet files need the library pyarrow: pip install 'dittomark[parquet]'.</source>
      <translation>Parquet ফাইলের জন্য pyarrow লাইব্রেরি লাগে: “pip install 'dittomark[parquet]'”।</translation>
    </message>
    <message>
      <source>Parquet needs pyarrow: install dittomark[parquet].</source>
      <translation>Parquet-এর জন্য pyarrow লাগে: dittomark[parquet] ইনস্টল করুন।</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>অনুমতি নেই</translation>
    </message>
    <message>
      <source>RTF files need the library striprtf: pip install 'dittomark[documents]'.</source>
      <translation>RTF ফাইলের জন্য striprtf লাইব্রেরি লাগে: “pip install 'dittomark[documents]'”।</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>এখানে শুধু পড়া যায়, লেখা যায় না</translation>
    </message>
    <message>
      <source>Relations and chains of the file were left out.</source>
      <translation>ফাইলের সম্পর্ক ও শৃঙ্খলগুলো বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>Say after how many seconds of silence it is stopped: a number above 0.</source>
      <translation>কত সেকেন্ড সাড়া না পেলে থামানো হবে তা জানান: ০-এর চেয়ে বড় একটি সংখ্যা।</translation>
    </message>
    <message>
      <source>Say what it suggests: {kinds}.</source>
      <translation>এটি কী প্রস্তাব করে তা জানান: {kinds}।</translation>
    </message>
    <message>
      <source>Say whether the spans or the events of {article} are meant.</source>
      <translation>{article} সংবাদের চিহ্নিত অংশ না ঘটনা, কোনটি বোঝাচ্ছেন জানান।</translation>
    </message>
    <message>
      <source>Say which command to run.</source>
      <translation>কোন কমান্ড চালাতে হবে তা লিখুন।</translation>
    </message>
    <message>
      <source>Say who annotates: the annotator's name is empty.</source>
      <translation>কে কাজ করছেন তা জানান: মূল্যায়নকারীর নাম খালি।</translation>
    </message>
    <message>
      <source>SemEval's table has pairs only.</source>
      <translation>SemEval-এর ছকে শুধু জোড়া থাকে।</translation>
    </message>
    <message>
      <source>Several annotators made the same link.</source>
      <translation>কয়েকজন মূল্যায়নকারী একই সংযোগ করেছেন।</translation>
    </message>
    <message>
      <source>Several annotators marked the same; the format has no annotators. Use --annotator.</source>
      <translation>কয়েকজন মূল্যায়নকারী একই অংশ চিহ্নিত করেছেন; এই বিন্যাসে মূল্যায়নকারীর নাম থাকে না। একজন মূল্যায়নকারী বেছে নিন।</translation>
    </message>
    <message>
      <source>Several articles have the external id {name}: what names an article by it can't be placed.</source>
      <translation>একাধিক সংবাদের বাইরের আইডি {name}: এই আইডিতে কোন সংবাদ বোঝানো হয়েছে তা ঠিক করা যায় না।</translation>
    </message>
    <message>
      <source>Several files can't go to the standard output: name a file.</source>
      <translation>একাধিক ফাইল স্ট্যান্ডার্ড আউটপুটে যায় না: একটি ফাইলের নাম দিন।</translation>
    </message>
    <message>
      <source>Several lists in this file may be the articles: {lists}. Name one with --records.</source>
      <translation>এই ফাইলের একাধিক তালিকা সংবাদ হতে পারে: {lists}। --records দিয়ে একটির নাম দিন।</translation>
    </message>
    <message>
      <source>Some dates have the day first and some the month; those that may be either were read with the day first. Say otherwise with --dates.</source>
      <translation>কিছু তারিখে আগে দিন, কিছুতে আগে মাস; যেগুলো দুভাবেই হতে পারে সেগুলো আগে দিন ধরে পড়া হয়েছে। অন্যরকম হলে --dates দিয়ে বলুন।</translation>
    </message>
    <message>
      <source>Some entries of the feed hold a summary only, not the whole text.</source>
      <translation>ফিডের কিছু ভুক্তিতে পুরো লেখা নেই, শুধু সারসংক্ষেপ আছে।</translation>
    </message>
    <message>
      <source>Some tasks have several annotations by one person: the later ones are kept as “name (2)” and so on.</source>
      <translation>কিছু কাজে একই ব্যক্তির একাধিক চিহ্ন আছে: পরেরগুলো “নাম (2)” ইত্যাদি নামে রাখা হয়েছে।</translation>
    </message>
    <message>
      <source>Some texts are cut off (“… [+1358 chars]”): the service gave their beginnings only. Fetch the pages to have them whole.</source>
      <translation>কিছু লেখা কাটা (“… [+1358 chars]”): সার্ভিসটি শুধু শুরুটুকু দিয়েছে। পুরোটা পেতে পাতাগুলো নামান।</translation>
    </message>
    <message>
      <source>Some texts are in the letters of an old Bengali font (Bijoy, SutonnyMJ). They came in as they are; they can be converted to Unicode instead.</source>
      <translation>কিছু লেখা পুরোনো বাংলা ফন্টের (বিজয়, SutonnyMJ) অক্ষরে। যেমন আছে তেমনই এসেছে; চাইলে ইউনিকোডে বদলে নেওয়া যায়।</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>সংবাদমাধ্যম</translation>
    </message>
    <message>
      <source>Spans can't overlap in this format.</source>
      <translation>এই বিন্যাসে চিহ্নিত অংশ একটির ওপর আরেকটি পড়তে পারে না।</translation>
    </message>
    <message>
      <source>Spans of lines whose answer is “reject” were left out.</source>
      <translation>যেসব লাইনের উত্তর “reject”, সেগুলোর অংশ বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>Spans of several pieces came in as a span for each piece.</source>
      <translation>কয়েক টুকরার অংশ প্রতিটি টুকরার জন্য আলাদা অংশ হয়ে এসেছে।</translation>
    </message>
    <message>
      <source>Spans were widened to whole words.</source>
      <translation>চিহ্নিত অংশ পুরো শব্দ পর্যন্ত বাড়ানো হয়েছে।</translation>
    </message>
    <message>
      <source>Spark did not start (it needs Java 17): {text}</source>
      <translation>Spark চালু হয়নি (Java 17 লাগে): {text}</translation>
    </message>
    <message>
      <source>Spark is not installed: pip install dittomark[spark].</source>
      <translation>Spark ইনস্টল করা নেই: “pip install 'dittomark[spark]'”।</translation>
    </message>
    <message>
      <source>The XML in this file defines entities and is not read.</source>
      <translation>এই ফাইলের XML নিজস্ব সংক্ষেপ (entity) বানায়, তাই পড়া হয় না।</translation>
    </message>
    <message>
      <source>The XML in this file is damaged.</source>
      <translation>এই ফাইলের XML নষ্ট।</translation>
    </message>
    <message>
      <source>The articles have no column {name}.</source>
      <translation>সংবাদগুলোতে {name} কলাম নেই।</translation>
    </message>
    <message>
      <source>The command can't be read: {reason}</source>
      <translation>কমান্ডটি পড়া যাচ্ছে না: {reason}</translation>
    </message>
    <message>
      <source>The detection at {start}–{end} does not fit the text.</source>
      <translation>{start}–{end} অবস্থানের শনাক্ত অংশ লেখার সঙ্গে মেলে না।</translation>
    </message>
    <message>
      <source>The encoding of this file can't be told. Give it, for example as cp1252.</source>
      <translation>ফাইলটির এনকোডিং চেনা যাচ্ছে না। সেটি জানান, যেমন cp1252।</translation>
    </message>
    <message>
      <source>The encoding “{encoding}” is not known. Give one such as utf-8, utf-16 or cp1252.</source>
      <translation>“{encoding}” নামে কোনো এনকোডিং জানা নেই। utf-8, utf-16 বা cp1252-এর মতো একটি দিন।</translation>
    </message>
    <message>
      <source>The event</source>
      <translation>ঘটনার তথ্যে</translation>
    </message>
    <message>
      <source>The event fields differ: all are kept ({fields}).</source>
      <translation>ঘটনার ঘরগুলো আলাদা: সবগুলোই রাখা হলো ({fields})।</translation>
    </message>
    <message>
      <source>The fields of the suggestion are too long.</source>
      <translation>প্রস্তাবের ঘরগুলো অতিরিক্ত দীর্ঘ।</translation>
    </message>
    <message>
      <source>The file is damaged: a value in it can't be read; recover it with check --repair.</source>
      <translation>ফাইলটি নষ্ট: এর একটি মান পড়া যাচ্ছে না; check --repair চালিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>The file is damaged: what a merge kept in it can't be read; recover it with check --repair.</source>
      <translation>ফাইলটি নষ্ট: একত্র করার সময় এতে যা রাখা হয়েছিল তা পড়া যাচ্ছে না; check --repair দিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>The file is damaged: “{table}” is no kind of annotation.</source>
      <translation>ফাইলটি নষ্ট: “{table}” নামে কোনো ধরনের চিহ্ন বা মূল্যায়ন নেই।</translation>
    </message>
    <message>
      <source>The file is of an older version, and a copy of it, {copy}, can't be written: {reason}.</source>
      <translation>ফাইলটি পুরোনো সংস্করণের, আর তার কপি {copy} লেখা যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>The first row seems to be an article, not the names of columns: it was read as one. Say which column is which with --map, as in text='column 2'.</source>
      <translation>প্রথম সারিটি কলামের নাম নয়, সংবাদ বলে মনে হয়: সেভাবেই পড়া হয়েছে। কোন কলাম কী তা --map দিয়ে বলুন, যেমন text='column 2'।</translation>
    </message>
    <message>
      <source>The folder of {name} may not be written to: it is open for reading only.</source>
      <translation>{name} যে ফোল্ডারে আছে সেখানে লেখার অনুমতি নেই: ফাইলটি শুধু পড়ার জন্য খোলা।</translation>
    </message>
    <message>
      <source>The folder {path} holds files that are not an export. Give the name of a new or an empty folder.</source>
      <translation>{path} ফোল্ডারে এমন ফাইল আছে যা এক্সপোর্ট নয়। নতুন বা খালি ফোল্ডারের নাম দিন।</translation>
    </message>
    <message>
      <source>The format has no place for it.</source>
      <translation>এই বিন্যাসে এর জায়গা নেই।</translation>
    </message>
    <message>
      <source>The format {format} needs the texts. Use jsonl, csv or parquet.</source>
      <translation>{format} বিন্যাসে লেখাগুলো লাগে। jsonl, csv বা parquet ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>The guidelines differ: the longest are kept.</source>
      <translation>নির্দেশিকা আলাদা: সবচেয়ে লম্বাটি রাখা হলো।</translation>
    </message>
    <message>
      <source>The history is damaged here; recover what is readable with check --repair.</source>
      <translation>পরিবর্তনের ইতিহাস এখানে নষ্ট; যতটুকু পড়া যায় check --repair চালিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>The index for the search can't be kept at {path}: {reason}.</source>
      <translation>খোঁজার সূচি {path}-এ রাখা যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>The index for the search is damaged; search again, it is made anew.</source>
      <translation>খোঁজার সূচিটি নষ্ট; আবার খুঁজুন, নতুন করে তৈরি হবে।</translation>
    </message>
    <message>
      <source>The label scheme has no kind of link that can be chosen.</source>
      <translation>লেবেলের তালিকায় বেছে নেওয়ার মতো কোনো সংযোগের ধরন নেই।</translation>
    </message>
    <message>
      <source>The last column holds no tags such as B-NAME: there are no spans.</source>
      <translation>শেষ কলামে B-NAME-এর মতো কোনো ট্যাগ নেই: কোনো অংশ চিহ্নিত হয়নি।</translation>
    </message>
    <message>
      <source>The line has no “{name}”.</source>
      <translation>লাইনটিতে “{name}” নেই।</translation>
    </message>
    <message>
      <source>The line is longer than a suggestion can be.</source>
      <translation>লাইনটি একটি প্রস্তাবের পক্ষে অতিরিক্ত দীর্ঘ।</translation>
    </message>
    <message>
      <source>The line is nested too deeply.</source>
      <translation>লাইনটির গঠনে স্তর অতিরিক্ত বেশি।</translation>
    </message>
    <message>
      <source>The line names no article (article_id or external_id).</source>
      <translation>লাইনটিতে কোনো সংবাদের নাম নেই (article_id বা external_id)।</translation>
    </message>
    <message>
      <source>The line says no relation of the pair.</source>
      <translation>লাইনটিতে জোড়ার সম্পর্ক বলা নেই।</translation>
    </message>
    <message>
      <source>The lines of several columns may be mixed (pages: {pages}).</source>
      <translation>একাধিক কলামের লাইন মিশে গিয়ে থাকতে পারে (পাতা: {pages})।</translation>
    </message>
    <message>
      <source>The list “{name}” of this file is empty.</source>
      <translation>এই ফাইলের “{name}” তালিকাটি খালি।</translation>
    </message>
    <message>
      <source>The month stands first in dates such as 04/13/2024: it was read so in all.</source>
      <translation>04/13/2024-এর মতো তারিখে আগে মাস: সব তারিখ সেভাবেই পড়া হয়েছে।</translation>
    </message>
    <message>
      <source>The new name is the old one.</source>
      <translation>নতুন নামটি আগের নামই।</translation>
    </message>
    <message>
      <source>The newest changes of {name} stand in {log} and can't be read in a folder where nothing can be written: copy both files to another one.</source>
      <translation>{name} প্রকল্পের সর্বশেষ পরিবর্তন {log} ফাইলে আছে; যে ফোল্ডারে লেখা যায় না সেখান থেকে তা পড়া যায় না। দুটি ফাইলই অন্য ফোল্ডারে কপি করুন।</translation>
    </message>
    <message>
      <source>The newest step in {name} is dated {day}, but this computer's clock says {today}: set the clock if it is wrong.</source>
      <translation>{name}-এর সর্বশেষ কাজের তারিখ {day}, কিন্তু এই কম্পিউটারের ঘড়িতে {today}: ঘড়ি ভুল হলে ঠিক করুন।</translation>
    </message>
    <message>
      <source>The newest steps of {name} stand in {log}, under the name that the file had, and are not in what is read here: open {name} to work in it, and they come in.</source>
      <translation>{name}-এর শেষ কাজগুলো ফাইলটির আগের নামের লগ {log}-এ আছে, এখানে যা পড়া হচ্ছে তাতে নেই: কাজ করার জন্য {name} খুলুন, তাহলে সেগুলো ফাইলে চলে আসবে।</translation>
    </message>
    <message>
      <source>The newest steps of {name} stand in {log}, under the name that the file had, and it can't be renamed: {reason}.</source>
      <translation>{name}-এর শেষ কাজগুলো ফাইলটির আগের নামের লগ {log}-এ আছে, আর সেটির নাম বদলানো গেল না: {reason}।</translation>
    </message>
    <message>
      <source>The newest steps of {name} stood in {log}, under the name that the file had: they are in it again.</source>
      <translation>{name}-এর শেষ কাজগুলো ফাইলটির আগের নামের লগ {log}-এ ছিল: সেগুলো আবার ফাইলটিতে আছে।</translation>
    </message>
    <message>
      <source>The newest steps of {name} stood in {log}, under the name that the file had: they are in it again. The file as it was before is kept in {backup}.</source>
      <translation>{name}-এর শেষ কাজগুলো ফাইলটির আগের নামের লগ {log}-এ ছিল: সেগুলো আবার ফাইলটিতে আছে। তার আগে ফাইলটি যেমন ছিল, তা {backup}-এ রাখা আছে।</translation>
    </message>
    <message>
      <source>The note</source>
      <translation>নোটে</translation>
    </message>
    <message>
      <source>The origin of the annotation can't be read.</source>
      <translation>চিহ্ন বা মূল্যায়নটি কোথা থেকে এসেছে তা পড়া যাচ্ছে না।</translation>
    </message>
    <message>
      <source>The other version does not fit into the project any more: keep this one.</source>
      <translation>অন্য সংস্করণটি প্রকল্পে আর বসে না: এটিই রাখুন।</translation>
    </message>
    <message>
      <source>The page {url} is too large for one article.</source>
      <translation>{url} পাতাটি একটি সংবাদের পক্ষে বেশি বড়।</translation>
    </message>
    <message>
      <source>The pair of {a} and {b} is not in the queue.</source>
      <translation>{a} ও {b}-এর জোড়া কাজের সারিতে নেই।</translation>
    </message>
    <message>
      <source>The path of “{name}” leaves the archive: it is not read.</source>
      <translation>“{name}” ফাইলের পথ আর্কাইভের বাইরে চলে যায়, তাই সেটি পড়া হয়নি।</translation>
    </message>
    <message>
      <source>The rating “{name}” must be a whole number.</source>
      <translation>“{name}” রেটিংটি পূর্ণ সংখ্যা হতে হবে।</translation>
    </message>
    <message>
      <source>The relation “{relation}” has no direction.</source>
      <translation>“{relation}” সম্পর্কের কোনো দিক নেই।</translation>
    </message>
    <message>
      <source>The scheme has the {what} “{key}” twice.</source>
      <translation>লেবেলের তালিকায় “{key}” ({what}) দুবার আছে।</translation>
    </message>
    <message>
      <source>The score is not a number.</source>
      <translation>স্কোরটি সংখ্যা নয়।</translation>
    </message>
    <message>
      <source>The seconds on screen can't be negative.</source>
      <translation>পর্দায় থাকার সময় শূন্যের কম হতে পারে না।</translation>
    </message>
    <message>
      <source>The shared part of the pairs must be between 0 and 1.</source>
      <translation>সবার জন্য একই জোড়ার ভাগ ০ থেকে ১-এর মধ্যে হতে হবে।</translation>
    </message>
    <message>
      <source>The shares of a split must be above 0 and make 1 together.</source>
      <translation>ভাগগুলোর প্রতিটি ০-এর বেশি এবং সব মিলিয়ে ১ হতে হবে।</translation>
    </message>
    <message>
      <source>The sheet “{title}” holds no articles.</source>
      <translation>“{title}” শিটে কোনো সংবাদ নেই।</translation>
    </message>
    <message>
      <source>The span at {start}–{end} ({label}) does not fit the text.</source>
      <translation>{start}–{end} অবস্থানের অংশ ({label}) লেখার সঙ্গে মেলে না।</translation>
    </message>
    <message>
      <source>The span at {start}–{end} does not fit the text.</source>
      <translation>{start}–{end} অবস্থানের অংশ লেখার সঙ্গে মেলে না।</translation>
    </message>
    <message>
      <source>The span {places} does not fit the text.</source>
      <translation>{places} অবস্থানের অংশ লেখার সঙ্গে মেলে না।</translation>
    </message>
    <message>
      <source>The span {start}–{end} of “{title}” does not fit its text. Run dittomark check on the project.</source>
      <translation>“{title}”-এর {start}–{end} অংশটি তার লেখার সঙ্গে মেলে না। প্রকল্পটিতে dittomark check চালান।</translation>
    </message>
    <message>
      <source>The suggester announced as “{name}” calls itself “{key}”.</source>
      <translation>যে প্রস্তাবক “{name}” নামে ঘোষিত, সেটি নিজেকে “{key}” বলছে।</translation>
    </message>
    <message>
      <source>The suggester “{name}” can't be loaded: {kind}: {reason}</source>
      <translation>প্রস্তাবক “{name}” চালু করা যাচ্ছে না: {kind}: {reason}</translation>
    </message>
    <message>
      <source>The suggester “{name}” ended without an answer.</source>
      <translation>প্রস্তাবক “{name}” কোনো উত্তর না দিয়েই শেষ হয়ে গেছে।</translation>
    </message>
    <message>
      <source>The suggester “{name}” failed: {kind}: {reason}</source>
      <translation>প্রস্তাবক “{name}” কাজ শেষ করতে পারেনি: {kind}: {reason}</translation>
    </message>
    <message>
      <source>The suggestion</source>
      <translation>প্রস্তাবটি</translation>
    </message>
    <message>
      <source>The team's folder can't be read: {reason}.</source>
      <translation>দলের ফোল্ডার পড়া যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>The team's folder is not there, or it is another team's.</source>
      <translation>দলের ফোল্ডারটি নেই, অথবা এটি অন্য দলের।</translation>
    </message>
    <message>
      <source>The text of article {article_id} is missing from the file.</source>
      <translation>{article_id} সংবাদের লেখা ফাইলে নেই।</translation>
    </message>
    <message>
      <source>The text of “{title}” was damaged on disk: restore a backup.</source>
      <translation>“{title}”-এর লেখা ডিস্কে নষ্ট হয়ে গেছে: একটি ব্যাকআপ ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>The text {side} of this pair is empty.</source>
      <translation>এই জোড়ার {side} লেখাটি খালি।</translation>
    </message>
    <message>
      <source>The text {stem}.txt does not lie beside it.</source>
      <translation>এর পাশে {stem}.txt লেখাটি নেই।</translation>
    </message>
    <message>
      <source>The texts are HTML; what a browser shows of them was taken.</source>
      <translation>লেখাগুলো HTML; ব্রাউজার তার যা দেখায় তা-ই নেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>The texts were put together of tokens, with a blank between them, where the project has no article of the same words.</source>
      <translation>যেখানে প্রকল্পে একই শব্দের কোনো সংবাদ নেই, সেখানে শব্দগুলোর মাঝে ফাঁক দিয়ে লেখা বানানো হয়েছে।</translation>
    </message>
    <message>
      <source>The {name}</source>
      <translation>“{name}” ঘরে</translation>
    </message>
    <message>
      <source>The {name} of “{title}”</source>
      <translation>“{title}”-এর “{name}” ঘরে</translation>
    </message>
    <message>
      <source>The {what} “{key}” is missing from {missing} of {all} label schemes: it is kept.</source>
      <translation>{all}টি লেবেলের তালিকার {missing}টিতে “{key}” ({what}) নেই: সেটি রাখা হলো।</translation>
    </message>
    <message>
      <source>The {what} “{key}” is not the same in all label schemes: {differs}.</source>
      <translation>“{key}” ({what}) সব লেবেলের তালিকায় এক নয়: {differs}।</translation>
    </message>
    <message>
      <source>The “kinds” of “{name}” are no set: write frozenset({example}).</source>
      <translation>“{name}”-এর “kinds” কোনো সেট নয়: frozenset({example}) লিখুন।</translation>
    </message>
    <message>
      <source>There are no articles here, but an error that a service answered: {reason}</source>
      <translation>এখানে সংবাদ নেই, আছে একটি সার্ভিসের জানানো ত্রুটি: {reason}</translation>
    </message>
    <message>
      <source>There are no rows below the names of the columns.</source>
      <translation>কলামের নামের নিচে কোনো সারি নেই।</translation>
    </message>
    <message>
      <source>There is a suggester “{name}” already: take another name.</source>
      <translation>“{name}” নামে একটি প্রস্তাবক আগে থেকেই আছে: অন্য নাম নিন।</translation>
    </message>
    <message>
      <source>There is no article {name} in this project.</source>
      <translation>এই প্রকল্পে {name} সংবাদটি নেই।</translation>
    </message>
    <message>
      <source>There is no event {name} in this project.</source>
      <translation>এই প্রকল্পে {name} ঘটনাটি নেই।</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>{path} ফাইলটি নেই।</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>{folder} ফোল্ডারটি নেই।</translation>
    </message>
    <message>
      <source>There is no folder {path}.</source>
      <translation>{path} নামে কোনো ফোল্ডার নেই।</translation>
    </message>
    <message>
      <source>There is no list “{path}” in this file.</source>
      <translation>এই ফাইলে “{path}” নামে কোনো তালিকা নেই।</translation>
    </message>
    <message>
      <source>There is no mapping file {path}.</source>
      <translation>কলাম মেলানোর ফাইল {path} নেই।</translation>
    </message>
    <message>
      <source>There is no program “{name}” among your suggesters.</source>
      <translation>আপনার প্রস্তাবকদের মধ্যে “{name}” নামে কোনো প্রোগ্রাম নেই।</translation>
    </message>
    <message>
      <source>There is no such file.</source>
      <translation>এমন কোনো ফাইল নেই।</translation>
    </message>
    <message>
      <source>There is no such suggestion in this project.</source>
      <translation>এই প্রকল্পে এমন কোনো প্রস্তাব নেই।</translation>
    </message>
    <message>
      <source>There is no suggester “{name}”. There are: {names}.</source>
      <translation>“{name}” নামে কোনো প্রস্তাবক নেই। আছে: {names}।</translation>
    </message>
    <message>
      <source>There is no team in {path}: ask whoever made it for the folder.</source>
      <translation>{path}-এ কোনো দল নেই: যিনি দল তৈরি করেছেন তাঁর কাছে ফোল্ডারটি চান।</translation>
    </message>
    <message>
      <source>There is no text in this CAS.</source>
      <translation>এই CAS-এ কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>There is no text in this document.</source>
      <translation>এই নথিতে কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>There is no text in this e-book.</source>
      <translation>এই ই-বইয়ে কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>There is no text in this file.</source>
      <translation>এই ফাইলে কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>There is no text on this page.</source>
      <translation>এই পাতায় কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>There is no web page in this file.</source>
      <translation>এই ফাইলে কোনো ওয়েব পাতা নেই।</translation>
    </message>
    <message>
      <source>There is no {what} {row_id} in this project.</source>
      <translation>এই প্রকল্পে এটি নেই: {what} {row_id}।</translation>
    </message>
    <message>
      <source>These are links, not texts: fetch the pages first, then import them. A column of texts can be named with --map text=COLUMN.</source>
      <translation>এগুলো লিংক, লেখা নয়: আগে পাতাগুলো নামিয়ে নিন, তারপর ইমপোর্ট করুন। লেখার কলাম থাকলে --map text=COLUMN দিয়ে তার নাম দিন।</translation>
    </message>
    <message>
      <source>They cover white space only.</source>
      <translation>এগুলোর ভেতরে শুধু ফাঁকা জায়গা।</translation>
    </message>
    <message>
      <source>They join articles of two parts.</source>
      <translation>এগুলো দুই ভাগের সংবাদ জোড়ে।</translation>
    </message>
    <message>
      <source>They say no copy, but other pairs join the cluster.</source>
      <translation>এগুলোতে একই লেখা বলা হয়নি, কিন্তু অন্য জোড়ার সূত্রে একই গুচ্ছে পড়ে।</translation>
    </message>
    <message>
      <source>They stand in no pair.</source>
      <translation>এগুলো কোনো জোড়ায় নেই।</translation>
    </message>
    <message>
      <source>This PDF has more than {most:,} pages; split it into several.</source>
      <translation>এই PDF-এ {most:,}টির বেশি পাতা আছে; কয়েক ভাগে ভাগ করুন।</translation>
    </message>
    <message>
      <source>This PDF has no text, only pictures of pages. Have its text recognised (OCR) first.</source>
      <translation>এই PDF-এ কোনো লেখা নেই, শুধু পাতার ছবি। আগে ছবি থেকে লেখা বের করুন (OCR)।</translation>
    </message>
    <message>
      <source>This PDF is damaged.</source>
      <translation>এই PDF নষ্ট।</translation>
    </message>
    <message>
      <source>This PDF is locked with a password. Save it without the password first.</source>
      <translation>এই PDF পাসওয়ার্ড দিয়ে তালাবদ্ধ। আগে পাসওয়ার্ড ছাড়া সংরক্ষণ করুন।</translation>
    </message>
    <message>
      <source>This RTF file is damaged.</source>
      <translation>এই RTF ফাইল নষ্ট।</translation>
    </message>
    <message>
      <source>This XML file is not one of a PAN corpus.</source>
      <translation>এই XML ফাইলটি কোনো PAN সংকলনের নয়।</translation>
    </message>
    <message>
      <source>This archive holds more than {most:,} files.</source>
      <translation>এই আর্কাইভে {most}টির বেশি ফাইল আছে।</translation>
    </message>
    <message>
      <source>This archive holds no files.</source>
      <translation>এই আর্কাইভে কোনো ফাইল নেই।</translation>
    </message>
    <message>
      <source>This archive is damaged.</source>
      <translation>এই আর্কাইভটি নষ্ট।</translation>
    </message>
    <message>
      <source>This archive is locked with a password. Unpack it first.</source>
      <translation>এই আর্কাইভে পাসওয়ার্ড দেওয়া আছে। আগে খুলে নিন।</translation>
    </message>
    <message>
      <source>This archive of {packed:,} bytes says it unpacks to {unpacked:,} bytes (it may be a zip bomb).</source>
      <translation>{packed} বাইটের এই আর্কাইভের দাবি, খুললে {unpacked} বাইট হবে (এটি “জিপ বোমা” হতে পারে)।</translation>
    </message>
    <message>
      <source>This archive unpacks to far more than its size (it may be a zip bomb).</source>
      <translation>এই আর্কাইভ খুললে আকার বহুগুণ বেড়ে যায় (এটি “জিপ বোমা” হতে পারে)।</translation>
    </message>
    <message>
      <source>This chapter is too large for one article.</source>
      <translation>এই অধ্যায় এক সংবাদের পক্ষে বেশি বড়।</translation>
    </message>
    <message>
      <source>This computer's clock says {today}: set it, and go on then. Nothing was changed.</source>
      <translation>এই কম্পিউটারের ঘড়িতে {today}: ঘড়ি ঠিক করে আবার চেষ্টা করুন। কিছুই বদলানো হয়নি।</translation>
    </message>
    <message>
      <source>This document is damaged.</source>
      <translation>এই নথি নষ্ট।</translation>
    </message>
    <message>
      <source>This document is locked with a password, or of an old kind. Save it without one, as .docx or as text.</source>
      <translation>এই নথি পাসওয়ার্ড দিয়ে তালাবদ্ধ, অথবা পুরোনো ধরনের। পাসওয়ার্ড ছাড়া .docx বা লেখা হিসেবে সংরক্ষণ করুন।</translation>
    </message>
    <message>
      <source>This document is locked with a password. Save it without the password first.</source>
      <translation>এই নথি পাসওয়ার্ড দিয়ে তালাবদ্ধ। আগে পাসওয়ার্ড ছাড়া সংরক্ষণ করুন।</translation>
    </message>
    <message>
      <source>This document is of a kind that is not read (a slide show, say). Word, OpenDocument text and EPUB are.</source>
      <translation>এ ধরনের নথি পড়া হয় না (যেমন স্লাইড)। ওয়ার্ড, ওপেনডকুমেন্টের লেখা ও EPUB পড়া হয়।</translation>
    </message>
    <message>
      <source>This e-book is locked (DRM) and can't be read.</source>
      <translation>এই ই-বই তালাবদ্ধ (DRM), পড়া যাচ্ছে না।</translation>
    </message>
    <message>
      <source>This entry of the feed has no text.</source>
      <translation>ফিডের এই ভুক্তিতে কোনো লেখা নেই।</translation>
    </message>
    <message>
      <source>This feed can't be read as XML.</source>
      <translation>এই ফিড XML হিসেবে পড়া যায় না।</translation>
    </message>
    <message>
      <source>This feed has no entries.</source>
      <translation>এই ফিডে কোনো ভুক্তি নেই।</translation>
    </message>
    <message>
      <source>This file can't be read: {reason}.</source>
      <translation>ফাইলটি পড়া যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>This file can't be unpacked: it is damaged.</source>
      <translation>ফাইলটি খোলা যাচ্ছে না: এটি নষ্ট।</translation>
    </message>
    <message>
      <source>This file holds no records.</source>
      <translation>এই ফাইলে কোনো রেকর্ড নেই।</translation>
    </message>
    <message>
      <source>This file is empty.</source>
      <translation>ফাইলটি খালি।</translation>
    </message>
    <message>
      <source>This file is nested too deeply.</source>
      <translation>ফাইলটিতে স্তরের ভেতরে স্তর খুব বেশি।</translation>
    </message>
    <message>
      <source>This file is too large for one article (more than {megabytes} MB).</source>
      <translation>ফাইলটি একটি সংবাদের পক্ষে বেশি বড় ({megabytes} এমবির বেশি)।</translation>
    </message>
    <message>
      <source>This folder holds no files.</source>
      <translation>ফোল্ডারটিতে কোনো ফাইল নেই।</translation>
    </message>
    <message>
      <source>This format has no links.</source>
      <translation>এই বিন্যাসে সংযোগ থাকে না।</translation>
    </message>
    <message>
      <source>This format is a folder of files: give the name of a folder to write.</source>
      <translation>এই বিন্যাসে একটি ফোল্ডারে কয়েকটি ফাইল লেখা হয়: ফোল্ডারের নাম দিন।</translation>
    </message>
    <message>
      <source>This format needs the library spaCy: pip install spacy.</source>
      <translation>এই বিন্যাসের জন্য spaCy লাইব্রেরি লাগে: “pip install spacy”।</translation>
    </message>
    <message>
      <source>This installed program has no Spark: use Dittomark for Python on a cluster.</source>
      <translation>ইনস্টল করা এই প্রোগ্রামে Spark নেই: কম্পিউটারের গুচ্ছে পাইথনের ডিটোমার্ক ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>This installed program neither reads nor writes Parquet files: use CSV, Excel or JSONL instead, or Dittomark for Python.</source>
      <translation>ইনস্টল করা এই প্রোগ্রাম Parquet ফাইল পড়ে না, লেখেও না: এর বদলে CSV, এক্সেল বা JSONL, অথবা পাইথনের ডিটোমার্ক ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>This installed program reads no spaCy files: use Dittomark for Python.</source>
      <translation>ইনস্টল করা এই প্রোগ্রাম spaCy-র ফাইল পড়ে না: পাইথনের ডিটোমার্ক ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>This installed program writes no spaCy files: export as JSONL, or use Dittomark for Python.</source>
      <translation>ইনস্টল করা এই প্রোগ্রাম spaCy-র ফাইল লেখে না: JSONL হিসেবে এক্সপোর্ট করুন, অথবা পাইথনের ডিটোমার্ক ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>This is CoNLL-2012: columns of brackets. Only a tag a token is read.</source>
      <translation>এটি CoNLL-2012: এর কলামে বন্ধনী থাকে। প্রতি শব্দে একটি ট্যাগ থাকলেই শুধু পড়া যায়।</translation>
    </message>
    <message>
      <source>This is UTF-8 text, but byte {position} is not valid. Mend the file, or import it with the encoding utf-8:replace to get a � in such places.</source>
      <translation>এটি UTF-8 লেখা, কিন্তু {position} নম্বর বাইটটি ভুল। ফাইলটি ঠিক করুন, অথবা utf-8:replace এনকোডিং দিয়ে ইমপোর্ট করুন; তখন এমন জায়গায় � বসবে।</translation>
    </message>
    <message>
      <source>This is XML of a kind that is not read. Feeds (RSS, Atom), WordPress exports and web pages are.</source>
      <translation>এ ধরনের XML পড়া হয় না। ফিড (RSS, Atom), WordPress-এর এক্সপোর্ট ও ওয়েব পাতা পড়া হয়।</translation>
    </message>
    <message>
      <source>This is a 7z archive. Unpack it first, or make a zip of it.</source>
      <translation>এটি 7z আর্কাইভ। আগে খুলে নিন, অথবা এর একটি জিপ বানান।</translation>
    </message>
    <message>
      <source>This is a 7z archive. Unpack it first, or make a zip of it. (From Python: pip install 'dittomark[sevenzip]'.)</source>
      <translation>এটি 7z আর্কাইভ। আগে খুলে নিন, অথবা এর একটি জিপ বানান। (পাইথন থেকে: “pip install 'dittomark[sevenzip]'”।)</translation>
    </message>
    <message>
      <source>This is a RAR archive. Unpack it first, or make a zip of it.</source>
      <translation>এটি RAR আর্কাইভ। আগে খুলে নিন, অথবা এর একটি জিপ বানান।</translation>
    </message>
    <message>
      <source>This is a TSV file of an old WebAnno. Export it there as WebAnno TSV 3, CAS JSON or XMI.</source>
      <translation>এটি পুরোনো WebAnno-র TSV ফাইল। সেখান থেকে WebAnno TSV 3, CAS JSON বা XMI হিসেবে এক্সপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is a document of an old Word or Excel, or one with a password. Save it as .docx or .xlsx without a password first.</source>
      <translation>এটি পুরোনো ওয়ার্ড বা এক্সেলের নথি, অথবা এতে পাসওয়ার্ড দেওয়া আছে। আগে পাসওয়ার্ড ছাড়া .docx বা .xlsx হিসেবে সংরক্ষণ করুন।</translation>
    </message>
    <message>
      <source>This is a folder, not a file.</source>
      <translation>এটি ফাইল নয়, ফোল্ডার।</translation>
    </message>
    <message>
      <source>This is a labelling configuration of Label Studio, not an article.</source>
      <translation>এটি Label Studio-র লেবেলের কনফিগারেশন, সংবাদ নয়।</translation>
    </message>
    <message>
      <source>This is a link to a folder: import that folder itself.</source>
      <translation>এটি একটি ফোল্ডারের লিংক: মূল ফোল্ডারটিই ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is a picture, not a text. Have its text recognised (OCR), and import that.</source>
      <translation>এটি ছবি, লেখা নয়। ছবি থেকে লেখা বের করে (OCR) সেটি ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is a project of Dittomark. Merge it with yours, or export it and import what was exported.</source>
      <translation>এটি ডিটোমার্কের প্রকল্প। আপনার প্রকল্পের সঙ্গে একত্র করুন, অথবা এক্সপোর্ট করে সেই ফাইল ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is a recording, not a text. Have what is said written down, and import that.</source>
      <translation>এটি শব্দ বা ভিডিও, লেখা নয়। এতে যা বলা হয়েছে তা লিখে নিয়ে সেটি ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is a spreadsheet of another kind. Save it as .xlsx or .csv.</source>
      <translation>এটি অন্য ধরনের স্প্রেডশিট। .xlsx বা .csv হিসেবে সংরক্ষণ করুন।</translation>
    </message>
    <message>
      <source>This is an archive inside an archive. Unpack it first.</source>
      <translation>এটি আর্কাইভের ভেতরে আরেকটি আর্কাইভ। আগে খুলে নিন।</translation>
    </message>
    <message>
      <source>This is e-mail. Save the message as a web page (HTML) or as text in the mail program, and import that.</source>
      <translation>এটি ই-মেইল। মেইলের প্রোগ্রামে বার্তাটি ওয়েব পাতা (HTML) বা সাধারণ লেখা হিসেবে সংরক্ষণ করে সেটি ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>This is neither a file nor a folder.</source>
      <translation>এটি ফাইলও নয়, ফোল্ডারও নয়।</translation>
    </message>
    <message>
      <source>This is no suggestion.</source>
      <translation>এটি কোনো প্রস্তাব নয়।</translation>
    </message>
    <message>
      <source>This is not JSON ({reason}).</source>
      <translation>এটি JSON নয় ({reason})।</translation>
    </message>
    <message>
      <source>This is not RTF.</source>
      <translation>এটি RTF নয়।</translation>
    </message>
    <message>
      <source>This is not XML that can be read: {reason}.</source>
      <translation>এটি পড়ার মতো XML নয়: {reason}।</translation>
    </message>
    <message>
      <source>This is not a CAS.</source>
      <translation>এটি CAS নয়।</translation>
    </message>
    <message>
      <source>This is not a DocBin of spaCy, or it is damaged.</source>
      <translation>এটি spaCy-র DocBin নয়, অথবা নষ্ট।</translation>
    </message>
    <message>
      <source>This is not a JSON object.</source>
      <translation>এটি কোনো JSON অবজেক্ট নয়।</translation>
    </message>
    <message>
      <source>This is not a Parquet file, or it is damaged.</source>
      <translation>এটি Parquet ফাইল নয়, অথবা ফাইলটি নষ্ট।</translation>
    </message>
    <message>
      <source>This is not a Word document, or it is damaged.</source>
      <translation>এটি ওয়ার্ড নথি নয়, অথবা নষ্ট।</translation>
    </message>
    <message>
      <source>This is not a cluster of articles.</source>
      <translation>এটি সংবাদের গুচ্ছ নয়।</translation>
    </message>
    <message>
      <source>This is not a label scheme: it has no fields.</source>
      <translation>এটি লেবেলের তালিকা নয়: এতে কোনো ঘর নেই।</translation>
    </message>
    <message>
      <source>This is not a label scheme: {reason}.</source>
      <translation>এটি লেবেলের তালিকা নয়: {reason}।</translation>
    </message>
    <message>
      <source>This is not a task of Label Studio.</source>
      <translation>এটি Label Studio-র কাজ নয়।</translation>
    </message>
    <message>
      <source>This is not a text file.</source>
      <translation>এটি টেক্সট ফাইল নয়।</translation>
    </message>
    <message>
      <source>This is not an Excel workbook, or it is damaged.</source>
      <translation>এটি এক্সেল ওয়ার্কবুক নয়, অথবা নষ্ট।</translation>
    </message>
    <message>
      <source>This is not an OpenDocument text, or it is damaged.</source>
      <translation>এটি ওপেনডকুমেন্টের লেখা নয়, অথবা নষ্ট।</translation>
    </message>
    <message>
      <source>This is not an e-book (EPUB), or it is damaged.</source>
      <translation>এটি ই-বই (EPUB) নয়, অথবা নষ্ট।</translation>
    </message>
    <message>
      <source>This is not an example of doccano.</source>
      <translation>এটি doccano-র উদাহরণ নয়।</translation>
    </message>
    <message>
      <source>This line does not name two texts.</source>
      <translation>এই লাইনে দুটি লেখার নাম নেই।</translation>
    </message>
    <message>
      <source>This line has bytes that are not valid text.</source>
      <translation>এই লাইনে এমন বাইট আছে যা লেখা নয়।</translation>
    </message>
    <message>
      <source>This line has no columns: a token and its tag were expected.</source>
      <translation>এই লাইনে কলাম নেই: একটি শব্দ ও তার ট্যাগ থাকার কথা।</translation>
    </message>
    <message>
      <source>This line is absurdly long.</source>
      <translation>এই লাইনটি অস্বাভাবিক লম্বা।</translation>
    </message>
    <message>
      <source>This line is nested too deeply.</source>
      <translation>এই লাইনে স্তরের ভেতরে স্তর খুব বেশি।</translation>
    </message>
    <message>
      <source>This line is not JSON ({reason}).</source>
      <translation>এই লাইনটি JSON নয় ({reason})।</translation>
    </message>
    <message>
      <source>This only says where a large file is kept (Git LFS): fetch the file itself with “git lfs pull”, or download it from the page of the dataset.</source>
      <translation>বড় ফাইলটি কোথায় রাখা আছে এতে শুধু তা লেখা (Git LFS): “git lfs pull” দিয়ে আসল ফাইলটি আনুন, অথবা ডেটাসেটের পাতা থেকে নামান।</translation>
    </message>
    <message>
      <source>This page can't be read as HTML.</source>
      <translation>এই পাতা HTML হিসেবে পড়া যাচ্ছে না।</translation>
    </message>
    <message>
      <source>This page nests its elements too deep to be read whole.</source>
      <translation>এই পাতায় স্তরের ভেতরে স্তর এত বেশি যে পুরোটা পড়া যায় না।</translation>
    </message>
    <message>
      <source>This page was passed over: it takes more than {seconds} seconds to read.</source>
      <translation>পাতাটি বাদ দেওয়া হয়েছে: এটি পড়তে {seconds} সেকেন্ডের বেশি লাগে।</translation>
    </message>
    <message>
      <source>This program was built without an address to ask for newer versions.</source>
      <translation>নতুন সংস্করণ খোঁজার ঠিকানা এই প্রোগ্রামে দেওয়া নেই।</translation>
    </message>
    <message>
      <source>This row can't be read ({reason}).</source>
      <translation>এই সারিটি পড়া যাচ্ছে না ({reason})।</translation>
    </message>
    <message>
      <source>This row has bytes that are not valid text.</source>
      <translation>এই সারিতে এমন বাইট আছে যা লেখা নয়।</translation>
    </message>
    <message>
      <source>This row has more cells than the header.</source>
      <translation>এই সারিতে শিরোনাম-সারির চেয়ে বেশি ঘর আছে।</translation>
    </message>
    <message>
      <source>This step can't be taken back: an event would become part of itself.</source>
      <translation>এই কাজটি ফেরানো যায় না: তাতে একটি ঘটনা নিজেরই অংশ হয়ে যাবে।</translation>
    </message>
    <message>
      <source>This step can't be taken back: the history is damaged here.</source>
      <translation>এই কাজটি ফেরানো যায় না: পরিবর্তনের ইতিহাস এখানে নষ্ট।</translation>
    </message>
    <message>
      <source>This step can't be taken back: the setting changed since.</source>
      <translation>এই কাজটি ফেরানো যায় না: সেটিংটি পরে বদলেছে।</translation>
    </message>
    <message>
      <source>This step can't be taken back: there are {rows} that need what it added.</source>
      <translation>এই কাজটি ফেরানো যায় না: এতে যা যোগ হয়েছিল তার ওপর অন্য কিছু নির্ভর করে ({rows})।</translation>
    </message>
    <message>
      <source>This step can't be taken back: what it belonged to is no longer in the project.</source>
      <translation>এই কাজটি ফেরানো যায় না: এটি যার অংশ ছিল তা প্রকল্পে আর নেই।</translation>
    </message>
    <message>
      <source>This step can't be taken back: what it changed was changed again by another step.</source>
      <translation>এই কাজটি ফেরানো যায় না: এতে যা বদলেছিল তা পরে আবার বদলানো হয়েছে।</translation>
    </message>
    <message>
      <source>This suggestion was {state} already.</source>
      <translation>এই প্রস্তাবটি আগেই {state} হয়েছে।</translation>
    </message>
    <message>
      <source>This table has more than {most} columns.</source>
      <translation>এই ছকে {most}টির বেশি কলাম আছে।</translation>
    </message>
    <message>
      <source>This team folder was made by a newer Dittomark: update this one.</source>
      <translation>দলের এই ফোল্ডার আরও নতুন ডিটোমার্কে তৈরি: এখানকারটি হালনাগাদ করুন।</translation>
    </message>
    <message>
      <source>This web archive is damaged ({reason}).</source>
      <translation>এই ওয়েব আর্কাইভটি নষ্ট ({reason})।</translation>
    </message>
    <message>
      <source>This workbook holds no articles.</source>
      <translation>এই ওয়ার্কবুকে কোনো সংবাদ নেই।</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>শিরোনাম</translation>
    </message>
    <message>
      <source>Tokens, sentences and the like of a CAS were left out.</source>
      <translation>CAS-এর শব্দ, বাক্য ও এ ধরনের ভাগ বাদ গেছে।</translation>
    </message>
    <message>
      <source>Too little was decided to compare suggesters: at least {least} items are needed, decided so far: {count}.</source>
      <translation>প্রস্তাবকদের তুলনা করার মতো যথেষ্ট সিদ্ধান্ত নেই: অন্তত {least}টি লাগবে, এ পর্যন্ত আছে {count}টি।</translation>
    </message>
    <message>
      <source>Too many open files</source>
      <translation>খুব বেশি ফাইল খোলা আছে</translation>
    </message>
    <message>
      <source>Unterminated string starting at</source>
      <translation>উদ্ধৃতিচিহ্ন বন্ধ করা হয়নি</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>ওয়েব ঠিকানা</translation>
    </message>
    <message>
      <source>Web archives need the library warcio: pip install 'dittomark[warc]'.</source>
      <translation>ওয়েব আর্কাইভের জন্য warcio লাইব্রেরি লাগে: “pip install 'dittomark[warc]'”।</translation>
    </message>
    <message>
      <source>What came from the team does not fit into {path}: {reason}.</source>
      <translation>দলের কাছ থেকে যা এসেছে তা {path}-এ বসছে না: {reason}।</translation>
    </message>
    <message>
      <source>Which column is the text can't be told: name it with --map text=COLUMN.</source>
      <translation>কোন কলামে লেখা আছে বোঝা যায় না: --map text=COLUMN দিয়ে বলুন।</translation>
    </message>
    <message>
      <source>Which part is the text can't be told.</source>
      <translation>কোন ঘরে লেখা আছে তা বোঝা যাচ্ছে না।</translation>
    </message>
    <message>
      <source>White space at the ends of spans was cut.</source>
      <translation>চিহ্নিত অংশের দুই প্রান্তের ফাঁকা জায়গা বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>White space before the first word became blanks.</source>
      <translation>প্রথম শব্দের আগের ফাঁকা জায়গা সাধারণ ফাঁক হয়ে গেছে।</translation>
    </message>
    <message>
      <source>White space in labels became “_”: it parts columns.</source>
      <translation>লেবেলের ফাঁকা জায়গা “_” হয়েছে: ফাঁকা জায়গা কলাম আলাদা করে।</translation>
    </message>
    <message>
      <source>Written as if the first text had taken from the second: PAN knows no open ones.</source>
      <translation>প্রথম লেখা দ্বিতীয়টি থেকে নিয়েছে বলে লেখা হলো: PAN-এ অনির্দিষ্ট দিক নেই।</translation>
    </message>
    <message>
      <source>XML has no place for control characters; � stands there.</source>
      <translation>XML-এ নিয়ন্ত্রণ-অক্ষরের জায়গা নেই; সেখানে � বসেছে।</translation>
    </message>
    <message>
      <source>You may not read this file.</source>
      <translation>এই ফাইলটি পড়ার অনুমতি আপনার নেই।</translation>
    </message>
    <message>
      <source>You may not read this folder.</source>
      <translation>এই ফোল্ডারটি পড়ার অনুমতি আপনার নেই।</translation>
    </message>
    <message>
      <source>You may not read {path}: ask for the right to open it.</source>
      <translation>{path} পড়ার অনুমতি আপনার নেই: খোলার অনুমতি চেয়ে নিন।</translation>
    </message>
    <message>
      <source>a file of it has not come whole, or can't be read</source>
      <translation>এর একটি ফাইল এখনো পুরো আসেনি, অথবা পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>a line of it can't be read</source>
      <translation>এর একটি লাইন পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>a number of it is too large</source>
      <translation>এর একটি সংখ্যা বেশি বড়</translation>
    </message>
    <message>
      <source>a part of what it changed is missing</source>
      <translation>এই ধাপে যা যা বদলেছিল তার একটি অংশ নেই</translation>
    </message>
    <message>
      <source>a row of {rows} can't be read</source>
      <translation>{rows}-এর একটি সারি পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>a row of {rows} has an invalid time</source>
      <translation>{rows}-এর একটি সারিতে সময়ের জায়গায় এমন কিছু আছে যা সময় নয়</translation>
    </message>
    <message>
      <source>a row of {rows} has no sound id</source>
      <translation>{rows}-এর একটি সারির আইডি ঠিক নেই</translation>
    </message>
    <message>
      <source>a row of {rows} has not the columns it should have</source>
      <translation>{rows}-এর একটি সারিতে যে কলামগুলো থাকার কথা তা নেই</translation>
    </message>
    <message>
      <source>a row of {rows} says what cannot be chosen</source>
      <translation>{rows}-এর একটি সারিতে এমন মান আছে যা বাছা যায় না</translation>
    </message>
    <message>
      <source>a step can't be read</source>
      <translation>একটি ধাপ পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>a step has an invalid time</source>
      <translation>একটি ধাপের সময় আসলে কোনো সময় নয়</translation>
    </message>
    <message>
      <source>a step has not the columns it should have</source>
      <translation>একটি ধাপে যে কলামগুলো থাকার কথা তা নেই</translation>
    </message>
    <message>
      <source>a text of it holds half a character</source>
      <translation>এর একটি লেখায় আধখানা অক্ষর আছে</translation>
    </message>
    <message>
      <source>a value is too large for the file.</source>
      <translation>একটি মান ফাইলের পক্ষে বেশি বড়।</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>গৃহীত</translation>
    </message>
    <message>
      <source>another device wrote it</source>
      <translation>এটি অন্য একটি ডিভাইস লিখেছে</translation>
    </message>
    <message>
      <source>another program is writing to the file; try again when it has finished.</source>
      <translation>আরেকটি প্রোগ্রাম ফাইলে লিখছে; তার কাজ শেষ হলে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
      <source>article</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>brat can't hold spans of line breaks alone.</source>
      <translation>শুধু লাইন-বিরতির অংশ brat রাখতে পারে না।</translation>
    </message>
    <message>
      <source>brat's lines end in LF; CR was taken out of texts.</source>
      <translation>brat-এ লাইন LF দিয়ে শেষ হয়; লেখা থেকে CR বাদ দেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>color</source>
      <translation>রং</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>সিদ্ধান্ত</translation>
    </message>
    <message>
      <source>decisions</source>
      <translation>সিদ্ধান্ত</translation>
    </message>
    <message>
      <source>description</source>
      <translation>বর্ণনা</translation>
    </message>
    <message>
      <source>doccano has one text at a time, and no registry of events.</source>
      <translation>doccano-তে একবারে একটিই লেখা থাকে, ঘটনার তালিকা থাকে না।</translation>
    </message>
    <message>
      <source>doccano's spans have no notes.</source>
      <translation>doccano-তে চিহ্নিত অংশের নোট থাকে না।</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>খালি</translation>
    </message>
    <message>
      <source>event</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>event label</source>
      <translation>ঘটনার লেবেল</translation>
    </message>
    <message>
      <source>events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>it builds on what has not come yet</source>
      <translation>এটি যার ওপর দাঁড়িয়ে তা এখনো আসেনি</translation>
    </message>
    <message>
      <source>it can't be read ({reason})</source>
      <translation>পড়া যাচ্ছে না ({reason})</translation>
    </message>
    <message>
      <source>it can't be unpacked</source>
      <translation>এটি খোলা যাচ্ছে না</translation>
    </message>
    <message>
      <source>it does not fit ({reason})</source>
      <translation>মেলে না ({reason})</translation>
    </message>
    <message>
      <source>it does not say why</source>
      <translation>কারণ জানায়নি</translation>
    </message>
    <message>
      <source>it has another one's name</source>
      <translation>এতে অন্য একটির নাম লেখা</translation>
    </message>
    <message>
      <source>it has steps dated {day}, which is not yet: the clock of that computer, or of this one, is wrong</source>
      <translation>এতে {day} তারিখের ধাপ আছে, যা এখনো আসেনি: ওই কম্পিউটার বা এই কম্পিউটারের ঘড়ি ভুল</translation>
    </message>
    <message>
      <source>it holds letters that are not UTF-8; recover it with check --repair.</source>
      <translation>এতে এমন অক্ষর আছে যা UTF-8 নয়; check --repair চালিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>it is directed</source>
      <translation>এর দিক আছে</translation>
    </message>
    <message>
      <source>it is longer than any project's</source>
      <translation>অস্বাভাবিক লম্বা, কোনো প্রকল্পে এমন হয় না</translation>
    </message>
    <message>
      <source>it is longer than any row</source>
      <translation>ভুক্তিটি অস্বাভাবিক লম্বা</translation>
    </message>
    <message>
      <source>it is no link between stretches of its texts</source>
      <translation>এটি নিজের লেখাগুলোর দুটি অংশের সংযোগ নয়</translation>
    </message>
    <message>
      <source>it is no segment of Dittomark</source>
      <translation>এটি ডিটোমার্কের কোনো খণ্ড নয়</translation>
    </message>
    <message>
      <source>it is not a Dittomark project file, or it is damaged.</source>
      <translation>এটি ডিটোমার্ক প্রকল্পের ফাইল নয়, অথবা ফাইলটি নষ্ট।</translation>
    </message>
    <message>
      <source>it is not directed</source>
      <translation>এর দিক নেই</translation>
    </message>
    <message>
      <source>it is not retired</source>
      <translation>এটি নিষ্ক্রিয় নয়</translation>
    </message>
    <message>
      <source>it is not what the journal says</source>
      <translation>পরিবর্তনের ইতিহাসে যা আছে তার সঙ্গে মেলে না</translation>
    </message>
    <message>
      <source>it is of another project</source>
      <translation>এটি অন্য প্রকল্পের</translation>
    </message>
    <message>
      <source>it is retired</source>
      <translation>এটি নিষ্ক্রিয়</translation>
    </message>
    <message>
      <source>it is too large</source>
      <translation>এটি বেশি বড়</translation>
    </message>
    <message>
      <source>it lies outside its text</source>
      <translation>লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>it says {kept}, there are {counted}</source>
      <translation>লেখা আছে {kept}, আসলে {counted}</translation>
    </message>
    <message>
      <source>it stands in the journal and is missing</source>
      <translation>পরিবর্তনের ইতিহাসে আছে, কিন্তু প্রকল্পে নেই</translation>
    </message>
    <message>
      <source>it unpacks to more than any segment holds</source>
      <translation>খুললে এটি যেকোনো খণ্ডের চেয়ে বড় হয়</translation>
    </message>
    <message>
      <source>it was written by a newer Dittomark: update this one to take it in</source>
      <translation>এটি আরও নতুন ডিটোমার্কে লেখা: নিতে হলে এখানকারটি হালনাগাদ করুন</translation>
    </message>
    <message>
      <source>its files can't be read</source>
      <translation>এর ফাইলগুলো পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>its header can't be read</source>
      <translation>এর শিরোভাগ পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>its journal can't be read</source>
      <translation>এর পরিবর্তনের ইতিহাস পড়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>its length is negative</source>
      <translation>এর দৈর্ঘ্য শূন্যের কম</translation>
    </message>
    <message>
      <source>its number is not valid</source>
      <translation>এর ক্রমিক নম্বর ঠিক নয়</translation>
    </message>
    <message>
      <source>its parent was not recovered</source>
      <translation>যে ঘটনার অংশ ছিল তা উদ্ধার হয়নি</translation>
    </message>
    <message>
      <source>its text can't be read ({reason})</source>
      <translation>এর লেখা পড়া যাচ্ছে না ({reason})</translation>
    </message>
    <message>
      <source>its text is missing</source>
      <translation>এর লেখা নেই</translation>
    </message>
    <message>
      <source>its text is not the one that was imported</source>
      <translation>এর লেখা যেমন এসেছিল তেমন নেই</translation>
    </message>
    <message>
      <source>its text was damaged; it is kept as it is now</source>
      <translation>এর লেখা নষ্ট হয়েছিল; এখন যেমন আছে তেমনই রাখা হলো</translation>
    </message>
    <message>
      <source>its time is not a valid time</source>
      <translation>সময়টি কোনো সময়ই নয়</translation>
    </message>
    <message>
      <source>its two articles are not in order</source>
      <translation>এর দুটি সংবাদ ঠিক ক্রমে নেই</translation>
    </message>
    <message>
      <source>its two sides are not in order, or the same</source>
      <translation>এর দুই দিক ঠিক ক্রমে নেই, বা একই</translation>
    </message>
    <message>
      <source>judgement</source>
      <translation>মূল্যায়ন</translation>
    </message>
    <message>
      <source>judgements</source>
      <translation>মূল্যায়ন</translation>
    </message>
    <message>
      <source>key</source>
      <translation>ফাইলের সংকেত</translation>
    </message>
    <message>
      <source>kind of link</source>
      <translation>সংযোগের ধরন</translation>
    </message>
    <message>
      <source>link</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>memberships</source>
      <translation>সংবাদের ঘটনা</translation>
    </message>
    <message>
      <source>name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>one of the {rows} lies outside its text</source>
      <translation>{rows}-এর একটি তার লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>one of the {rows} names what is not there</source>
      <translation>{rows}-এর একটি এমন কিছুর উল্লেখ করে যা নেই</translation>
    </message>
    <message>
      <source>pair</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>প্রত্যাখ্যাত</translation>
    </message>
    <message>
      <source>relation</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>row {number}</source>
      <translation>সারি {number}</translation>
    </message>
    <message>
      <source>shortcut</source>
      <translation>শর্টকাট</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>কেউ একজন</translation>
    </message>
    <message>
      <source>spaCy can't hold “{title}” exactly.</source>
      <translation>spaCy-তে “{title}” হুবহু রাখা যায় না।</translation>
    </message>
    <message>
      <source>span</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>span label</source>
      <translation>অংশের লেবেল</translation>
    </message>
    <message>
      <source>spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>suggestion</source>
      <translation>প্রস্তাব</translation>
    </message>
    <message>
      <source>suggestions</source>
      <translation>প্রস্তাব</translation>
    </message>
    <message>
      <source>the direction is not valid</source>
      <translation>দিকটি ঠিক নয়</translation>
    </message>
    <message>
      <source>the disk is full; the last step was not kept. Free some space and try again.</source>
      <translation>ডিস্কে জায়গা নেই; শেষ কাজটি রাখা যায়নি। কিছু জায়গা খালি করে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
      <source>the disk reported an error; the last step was not kept, check the disk.</source>
      <translation>ডিস্কে ত্রুটি দেখা দিয়েছে; শেষ কাজটি রাখা যায়নি, ডিস্কটি পরীক্ষা করুন।</translation>
    </message>
    <message>
      <source>the event is part of itself</source>
      <translation>ঘটনাটি নিজেরই অংশ</translation>
    </message>
    <message>
      <source>the file asked for something it may not do.</source>
      <translation>ফাইলটি এমন কিছু চেয়েছে যার অনুমতি নেই।</translation>
    </message>
    <message>
      <source>the file can't be opened; check that the folder still exists and may be written to.</source>
      <translation>ফাইলটি খোলা যাচ্ছে না; ফোল্ডারটি আছে কি না ও তাতে লেখার অনুমতি আছে কি না দেখুন।</translation>
    </message>
    <message>
      <source>the file can't be written to; nothing was changed.</source>
      <translation>ফাইলে লেখা যাচ্ছে না; কিছুই বদলানো হয়নি।</translation>
    </message>
    <message>
      <source>the file is damaged: {reason}</source>
      <translation>ফাইলটি নষ্ট: {reason}</translation>
    </message>
    <message>
      <source>the file is damaged; restore a backup, or recover what is readable with check --repair.</source>
      <translation>ফাইলটি নষ্ট; একটি ব্যাকআপ ফিরিয়ে আনুন, অথবা যতটুকু পড়া যায় check --repair চালিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>the file was overwritten before all of it could be read</source>
      <translation>সবটা পড়ার আগেই ফাইলটির ওপর অন্য কিছু লেখা হয়েছে</translation>
    </message>
    <message>
      <source>the index {name} is not one of Dittomark's</source>
      <translation>{name} সূচিটি ডিটোমার্কের নয়</translation>
    </message>
    <message>
      <source>the kind is not valid</source>
      <translation>ধরনটি ঠিক নয়</translation>
    </message>
    <message>
      <source>the kind or state is not valid</source>
      <translation>ধরন বা অবস্থা ঠিক নয়</translation>
    </message>
    <message>
      <source>the link lies outside its texts</source>
      <translation>সংযোগটি তার লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>the name, label scheme or settings could not be read</source>
      <translation>নাম, লেবেলের তালিকা বা সেটিংস পড়া যায়নি</translation>
    </message>
    <message>
      <source>the span lies outside its text</source>
      <translation>চিহ্নিত অংশ লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>the suggested link lies outside its texts</source>
      <translation>প্রস্তাবিত সংযোগটি তার লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>the suggested span lies outside its text</source>
      <translation>প্রস্তাবিত অংশ লেখার বাইরে পড়ে</translation>
    </message>
    <message>
      <source>the text of an article is missing</source>
      <translation>একটি সংবাদের লেখা নেই</translation>
    </message>
    <message>
      <source>the text of an article is not the one that was imported</source>
      <translation>একটি সংবাদের লেখা ইমপোর্ট করা লেখাটি নয়</translation>
    </message>
    <message>
      <source>the two sides of one of the {rows} are not in order</source>
      <translation>{rows}-এর একটির দুই দিক ঠিক ক্রমে নেই</translation>
    </message>
    <message>
      <source>the {column} it names was not recovered</source>
      <translation>যে {column}-এর কথা বলে তা উদ্ধার হয়নি</translation>
    </message>
    <message>
      <source>the {kind} {name} is missing</source>
      <translation>{name} ({kind}) নেই</translation>
    </message>
    <message>
      <source>the {kind} {name} is not as Dittomark makes it</source>
      <translation>{name} ({kind}) ডিটোমার্ক যেমন তৈরি করে তেমন নয়</translation>
    </message>
    <message>
      <source>there is no connection, or no such address</source>
      <translation>সংযোগ নেই, অথবা এমন কোনো ঠিকানা নেই</translation>
    </message>
    <message>
      <source>there is not enough memory for this step.</source>
      <translation>এই কাজের জন্য যথেষ্ট মেমোরি নেই।</translation>
    </message>
    <message>
      <source>this computer does not trust its certificate</source>
      <translation>এর সার্টিফিকেটে এই কম্পিউটারের আস্থা নেই</translation>
    </message>
    <message>
      <source>what it belongs to was deleted</source>
      <translation>এটি যার অংশ, তা মুছে ফেলা হয়েছে</translation>
    </message>
    <message>
      <source>what it names in {rows} is not there</source>
      <translation>যার কথা বলে তা নেই ({rows})</translation>
    </message>
    <message>
      <source>what this step needs is missing from the file; look at it with dittomark check.</source>
      <translation>এই কাজের জন্য যা লাগে তা ফাইলে নেই; dittomark check চালিয়ে দেখুন।</translation>
    </message>
    <message>
      <source>{address} could not be reached: {reason}.</source>
      <translation>{address}-এ পৌঁছানো গেল না: {reason}।</translation>
    </message>
    <message>
      <source>{address} does not say which version is the newest.</source>
      <translation>কোন সংস্করণ সবচেয়ে নতুন, {address} তা জানায় না।</translation>
    </message>
    <message>
      <source>{annotator} has not answered that.</source>
      <translation>{annotator} এ বিষয়ে মত দেননি।</translation>
    </message>
    <message>
      <source>{backup} could not be restored: {reason}.</source>
      <translation>{backup} ফিরিয়ে আনা গেল না: {reason}।</translation>
    </message>
    <message>
      <source>{backup} is damaged: choose another backup.</source>
      <translation>{backup} নষ্ট: অন্য একটি ব্যাকআপ বেছে নিন।</translation>
    </message>
    <message>
      <source>{before} is now {place}: work goes on there.</source>
      <translation>{before} এখন {place}: কাজ সেখানেই চলছে।</translation>
    </message>
    <message>
      <source>{count} articles have the external id {name}: name the one by its id.</source>
      <translation>{count}টি সংবাদের বাইরের আইডি {name}: যেটি চান তার নিজস্ব আইডি দিন।</translation>
    </message>
    <message>
      <source>{count} articles may be {name}: name the one by its id.</source>
      <translation>{count}টি সংবাদ {name} হতে পারে: যেটি চান তার নিজস্ব id দিন।</translation>
    </message>
    <message>
      <source>{count} events are called {name}: name the one by its id.</source>
      <translation>{count}টি ঘটনার নাম {name}: যেটি চান তার id দিন।</translation>
    </message>
    <message>
      <source>{count} external ids stand for several articles each ({names}): what names an article by one of them can't be placed.</source>
      <translation>{count}টি বাইরের আইডির প্রতিটি একাধিক সংবাদের ({names}): এসব আইডিতে কোন সংবাদ বোঝানো হয়েছে তা ঠিক করা যায় না।</translation>
    </message>
    <message>
      <source>{field} {value}, not {others}</source>
      <translation>{field} {value}, {others} নয়</translation>
    </message>
    <message>
      <source>{file} lies in the shared folder {path}: keep project files outside of it.</source>
      <translation>{file} ভাগ করা ফোল্ডার {path}-এর ভেতরে: প্রকল্পের ফাইল এর বাইরে রাখুন।</translation>
    </message>
    <message>
      <source>{file} was read as {encoding}, which is a guess ({percent} of 100 special letters fit): “{line}”. Another one can be given as the encoding.</source>
      <translation>{file} ফাইলটি {encoding} হিসেবে পড়া হয়েছে, এটি অনুমান (১০০টি বিশেষ অক্ষরের {percent}টি মেলে): “{line}”। অন্য এনকোডিং বলে দেওয়া যায়।</translation>
    </message>
    <message>
      <source>{lock}, which tells who works in {name}, can't be used: take it away if nobody works in {name}. Until then it is open for reading only.</source>
      <translation>{name}-এ কে কাজ করছেন তা যে ফাইল থেকে জানা যায়, সেই {lock} ব্যবহার করা যাচ্ছে না: {name}-এ কেউ কাজ না করলে সেটি সরিয়ে ফেলুন। ততক্ষণ প্রকল্পটি শুধু পড়ার জন্য খোলা।</translation>
    </message>
    <message>
      <source>{log} beside {name} should be its log, but is a folder, a link or a device: move it away, and open the project again.</source>
      <translation>{name}-এর পাশের {log} তার লগ হওয়ার কথা, কিন্তু এটি ফোল্ডার, লিংক বা ডিভাইস: সেটি সরিয়ে প্রকল্পটি আবার খুলুন।</translation>
    </message>
    <message>
      <source>{name} has said nothing in this project.</source>
      <translation>এই প্রকল্পে {name} কিছু বলেননি।</translation>
    </message>
    <message>
      <source>{name} is open ({owner}): close it before restoring.</source>
      <translation>{name} খোলা আছে ({owner}): ব্যাকআপ ফিরিয়ে আনার আগে বন্ধ করুন।</translation>
    </message>
    <message>
      <source>{name} is open already ({owner}): here it is open for reading only.</source>
      <translation>{name} আগে থেকেই খোলা ({owner}): এখানে শুধু পড়া যাবে।</translation>
    </message>
    <message>
      <source>{name} was the same file under two names (a hard link). It is a file of its own now: the file with the other name stays as it was.</source>
      <translation>{name} ছিল দুই নামে একই ফাইল (হার্ড লিংক)। এখন এটি আলাদা ফাইল: অন্য নামের ফাইলটি যেমন ছিল তেমনই থাকল।</translation>
    </message>
    <message>
      <source>{number} steps in {name} were dated in the future, up to {day}: they are dated behind the others now. The file as it was is in {backup}.</source>
      <translation>{name}-এর {number}টি কাজের তারিখ ছিল ভবিষ্যতের, {day} পর্যন্ত: এখন সেগুলোর তারিখ বাকি কাজের ঠিক পরে। ফাইলটি যেমন ছিল, {backup}-এ আছে।</translation>
    </message>
    <message>
      <source>{one} or {other}</source>
      <translation>{one} বা {other}</translation>
    </message>
    <message>
      <source>{one}; {other}</source>
      <translation>{one}; {other}</translation>
    </message>
    <message>
      <source>{path} belongs to a project: choose another name.</source>
      <translation>{path} একটি প্রকল্পের অংশ: অন্য নাম দিন।</translation>
    </message>
    <message>
      <source>{path} can't be made: {reason}.</source>
      <translation>{path} তৈরি করা গেল না: {reason}।</translation>
    </message>
    <message>
      <source>{path} can't be read as Parquet: {reason}.</source>
      <translation>{path} Parquet হিসেবে পড়া যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>{path} can't be read: {reason}</source>
      <translation>{path} পড়া যাচ্ছে না: {reason}</translation>
    </message>
    <message>
      <source>{path} can't be read: {reason}.</source>
      <translation>{path} পড়া যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>{path} can't be trusted ({problem}). To recover what is good in it, run dittomark check --repair.</source>
      <translation>{path} ফাইলে ভরসা করা যায় না ({problem})। এতে যা ভালো আছে তা উদ্ধার করতে dittomark check --repair চালান।</translation>
    </message>
    <message>
      <source>{path} can't be written any more.</source>
      <translation>{path}-এ আর লেখা যাচ্ছে না।</translation>
    </message>
    <message>
      <source>{path} can't be written: {reason}.</source>
      <translation>{path} লেখা যাচ্ছে না: {reason}।</translation>
    </message>
    <message>
      <source>{path} can't be written: {reason}. Choose another place.</source>
      <translation>{path} লেখা যাচ্ছে না: {reason}। অন্য জায়গা বেছে নিন।</translation>
    </message>
    <message>
      <source>{path} can't be written: {reason}. What was there before is untouched.</source>
      <translation>{path} লেখা যাচ্ছে না: {reason}। আগে যা ছিল তা অক্ষত আছে।</translation>
    </message>
    <message>
      <source>{path} does not exist.</source>
      <translation>{path} নেই।</translation>
    </message>
    <message>
      <source>{path} exists already: choose another name.</source>
      <translation>{path} আগে থেকেই আছে: অন্য নাম দিন।</translation>
    </message>
    <message>
      <source>{path} has no column {column}.</source>
      <translation>{path} ফাইলে {column} কলাম নেই।</translation>
    </message>
    <message>
      <source>{path} has no version: it was not made by Dittomark.</source>
      <translation>{path} ফাইলে কোনো সংস্করণ লেখা নেই: এটি ডিটোমার্কে তৈরি নয়।</translation>
    </message>
    <message>
      <source>{path} has steps dated {day}, which is not yet: the clock of that computer, or of this one, is wrong. Set it, and open {name} once to work in it: the steps are set back then.</source>
      <translation>{path}-এ {day} তারিখের কাজ আছে, যে দিন এখনও আসেনি: ওই কম্পিউটারের বা এই কম্পিউটারের ঘড়ি ভুল। ঘড়ি ঠিক করে কাজ করার জন্য {name} একবার খুলুন: তখন তারিখগুলো ঠিক করা হবে।</translation>
    </message>
    <message>
      <source>{path} holds a team already: join it instead.</source>
      <translation>{path}-এ আগে থেকেই একটি দল আছে: সেটিতে যোগ দিন।</translation>
    </message>
    <message>
      <source>{path} holds a {kind} that no project has: it was not made by Dittomark.</source>
      <translation>{path} ফাইলে এমন কিছু ({kind}) আছে যা কোনো প্রকল্পে থাকে না: এটি ডিটোমার্কে তৈরি নয়।</translation>
    </message>
    <message>
      <source>{path} holds no candidates: {reason}.</source>
      <translation>{path} ফাইলে কোনো জোড়া নেই: {reason}।</translation>
    </message>
    <message>
      <source>{path} holds other things and no team: choose an empty folder.</source>
      <translation>{path}-এ অন্য জিনিস আছে, কোনো দল নেই: একটি খালি ফোল্ডার বেছে নিন।</translation>
    </message>
    <message>
      <source>{path} is a database of another program, not a project.</source>
      <translation>{path} অন্য প্রোগ্রামের ডেটাবেস, প্রকল্প নয়।</translation>
    </message>
    <message>
      <source>{path} is a file. Give the name of a folder to write.</source>
      <translation>{path} একটি ফাইল। লেখার জন্য একটি ফোল্ডারের নাম দিন।</translation>
    </message>
    <message>
      <source>{path} is a file: a team needs a folder.</source>
      <translation>{path} একটি ফাইল: দলের জন্য ফোল্ডার লাগে।</translation>
    </message>
    <message>
      <source>{path} is a folder, not a project file.</source>
      <translation>{path} একটি ফোল্ডার, প্রকল্পের ফাইল নয়।</translation>
    </message>
    <message>
      <source>{path} is a folder. Give the name of a file to write.</source>
      <translation>{path} একটি ফোল্ডার। লেখার জন্য একটি ফাইলের নাম দিন।</translation>
    </message>
    <message>
      <source>{path} is a project or a database: it is not written over. Choose another name.</source>
      <translation>{path} একটি প্রকল্প বা ডেটাবেস: এর ওপর লেখা হয় না। অন্য নাম দিন।</translation>
    </message>
    <message>
      <source>{path} is another project than the team's: choose a new name, and merge it later if it belongs there.</source>
      <translation>{path} দলের প্রকল্প নয়, অন্য একটি: নতুন নাম দিন, আর এখানে থাকার কথা হলে পরে একত্র করুন।</translation>
    </message>
    <message>
      <source>{path} is cut off: restore it from a backup.</source>
      <translation>{path} অসম্পূর্ণ: ব্যাকআপ থেকে ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>{path} is empty: it is not a Dittomark project.</source>
      <translation>{path} খালি: এটি ডিটোমার্ক প্রকল্প নয়।</translation>
    </message>
    <message>
      <source>{path} is in no team: create or join one first.</source>
      <translation>{path} কোনো দলে নেই: আগে একটি দল তৈরি করুন বা দলে যোগ দিন।</translation>
    </message>
    <message>
      <source>{path} is nested too deeply.</source>
      <translation>{path} ফাইলে স্তরের ভেতরে স্তর খুব বেশি।</translation>
    </message>
    <message>
      <source>{path} is no Parquet or JSONL file, nor a folder of such.</source>
      <translation>{path} Parquet বা JSONL ফাইল নয়, তেমন ফাইলের ফোল্ডারও নয়।</translation>
    </message>
    <message>
      <source>{path} is no list of suggesters. Move it away to begin a new one.</source>
      <translation>{path} প্রস্তাবকের তালিকা নয়। নতুন তালিকা শুরু করতে ফাইলটি সরিয়ে রাখুন।</translation>
    </message>
    <message>
      <source>{path} is not JSON: {reason}.</source>
      <translation>{path} JSON নয়: {reason}।</translation>
    </message>
    <message>
      <source>{path} is not a Dittomark project file.</source>
      <translation>{path} ডিটোমার্ক প্রকল্পের ফাইল নয়।</translation>
    </message>
    <message>
      <source>{path} is not a file that can be written over.</source>
      <translation>{path} এমন ফাইল নয় যার ওপর লেখা যায়।</translation>
    </message>
    <message>
      <source>{path} is not a saved mapping.</source>
      <translation>{path} কলাম মেলানোর ফাইল নয়।</translation>
    </message>
    <message>
      <source>{path} is not what `dittomark training` wrote: a line has no id.</source>
      <translation>{path} `dittomark training`-এর লেখা নয়: একটি লাইনে id নেই।</translation>
    </message>
    <message>
      <source>{path} is open for reading only.</source>
      <translation>{path} শুধু পড়ার জন্য খোলা।</translation>
    </message>
    <message>
      <source>{path} is read in this step: it is not written over. Choose another name.</source>
      <translation>এই ধাপে {path} পড়া হচ্ছে: এর ওপর লেখা হয় না। অন্য নাম দিন।</translation>
    </message>
    <message>
      <source>{path} is the same file under two names (a hard link), and no copy of it can be made to work in: {reason}.</source>
      <translation>{path} দুই নামে একই ফাইল (হার্ড লিংক), আর কাজ করার জন্য এর কপি বানানো গেল না: {reason}।</translation>
    </message>
    <message>
      <source>{path} is there already. Choose a new folder.</source>
      <translation>{path} আগে থেকেই আছে। নতুন একটি ফোল্ডার বেছে নিন।</translation>
    </message>
    <message>
      <source>{path} is too large to be read: more than 20 MB.</source>
      <translation>{path} পড়ার জন্য বেশি বড়: ২০ মেগাবাইটের বেশি।</translation>
    </message>
    <message>
      <source>{path} may not be changed: it is open for reading only.</source>
      <translation>{path} বদলানোর অনুমতি নেই: শুধু পড়ার জন্য খোলা।</translation>
    </message>
    <message>
      <source>{path} was changed by another program while it was open.</source>
      <translation>{path} খোলা থাকতেই অন্য একটি প্রোগ্রাম সেটি বদলে ফেলেছে।</translation>
    </message>
    <message>
      <source>{path} was changed by another program.</source>
      <translation>{path} অন্য একটি প্রোগ্রাম বদলে ফেলেছে।</translation>
    </message>
    <message>
      <source>{path} was made by a newer version of Dittomark: update the program to open it.</source>
      <translation>{path} ডিটোমার্কের আরও নতুন সংস্করণে তৈরি: খুলতে প্রোগ্রামটি হালনাগাদ করুন।</translation>
    </message>
    <message>
      <source>{path} was removed or replaced by another program while it was open.</source>
      <translation>{path} খোলা থাকতেই অন্য একটি প্রোগ্রাম সেটি মুছে ফেলেছে বা তার জায়গায় অন্য ফাইল বসিয়েছে।</translation>
    </message>
    <message>
      <source>{path} was removed, moved or replaced by another program.</source>
      <translation>{path} অন্য কোনো প্রোগ্রাম মুছেছে, সরিয়েছে বা বদলে দিয়েছে।</translation>
    </message>
    <message>
      <source>{path} was taken over by another computer or program. All your work is in it; here it is open for reading only.</source>
      <translation>{path} এখন অন্য একটি কম্পিউটার বা প্রোগ্রামে লেখার জন্য খোলা। আপনার সব কাজ ফাইলটিতেই আছে; এখানে সেটি শুধু পড়ার জন্য খোলা।</translation>
    </message>
    <message>
      <source>{path}, line {line}: {reason}</source>
      <translation>{path}, লাইন {line}: {reason}</translation>
    </message>
    <message>
      <source>{path}: line {number} is not JSON.</source>
      <translation>{path}: {number} নম্বর লাইনটি JSON নয়।</translation>
    </message>
    <message>
      <source>{path}: the file is damaged; restore a backup.</source>
      <translation>{path}: ফাইলটি নষ্ট; একটি ব্যাকআপ ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>{path}: the text of an article is missing; recover the rest with check --repair.</source>
      <translation>{path}: একটি সংবাদের লেখা নেই; বাকিটা check --repair চালিয়ে উদ্ধার করুন।</translation>
    </message>
    <message>
      <source>{path}: {reason}</source>
      <translation>{path}: {reason}</translation>
    </message>
    <message>
      <source>{problem}: line {line} column {column} (char {position})</source>
      <translation>{problem}: লাইন {line}, কলাম {column} (অক্ষর {position})</translation>
    </message>
    <message>
      <source>{value} is not a text</source>
      <translation>{value} লেখা নয়</translation>
    </message>
    <message>
      <source>{what} A copy of your work could not be saved ({reason}). Restore a backup.</source>
      <translation>{what} আপনার কাজের কপি রাখা যায়নি ({reason})। একটি ব্যাকআপ ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>{what} All your work is in {place}: open that to go on.</source>
      <translation>{what} আপনার সব কাজ {place}-এ আছে: চালিয়ে যেতে সেটি খুলুন।</translation>
    </message>
    <message>
      <source>{what} All your work is still in it, beside what that program changed: open it again to look at it and go on.</source>
      <translation>{what} আপনার সব কাজ এতেই আছে, সঙ্গে ওই প্রোগ্রামের বদলগুলোও: দেখে নিয়ে কাজ চালিয়ে যেতে ফাইলটি আবার খুলুন।</translation>
    </message>
    <message>
      <source>{what} holds half a character (a lone surrogate) at offset {offset}.</source>
      <translation>{what} একটি অসম্পূর্ণ অক্ষর আছে (UTF-16 জোড়ার অর্ধেক), অবস্থান {offset}।</translation>
    </message>
    <message>
      <source>{where} {row}: {what}</source>
      <translation>{where} {row}: {what}</translation>
    </message>
    <message>
      <source>{who} on this computer, since {hour:02}:{minute:02}</source>
      <translation>{who}, এই কম্পিউটারে, {hour:02}:{minute:02} থেকে</translation>
    </message>
    <message>
      <source>{who} on {host}, since {hour:02}:{minute:02}</source>
      <translation>{who}, {host} কম্পিউটারে, {hour:02}:{minute:02} থেকে</translation>
    </message>
    <message>
      <source>{why}</source>
      <translation>{why}</translation>
    </message>
    <message>
      <source>“done” and “total” are not numbers that count up.</source>
      <translation>“done” ও “total” ঠিকমতো বাড়তে থাকা সংখ্যা নয়।</translation>
    </message>
    <message>
      <source>“links” is not a list of [a_start, a_end, b_start, b_end, kind, direction].</source>
      <translation>“links” [a_start, a_end, b_start, b_end, kind, direction]-এর তালিকা নয়।</translation>
    </message>
    <message>
      <source>“ratings” are not numbers by name.</source>
      <translation>“ratings”-এ নাম ধরে সংখ্যা দেওয়া নেই।</translation>
    </message>
    <message>
      <source>“spans” is not a list of [start, end, label].</source>
      <translation>“spans” [start, end, label]-এর তালিকা নয়।</translation>
    </message>
    <message>
      <source>“{command}” can't be started: {reason}</source>
      <translation>“{command}” চালু করা যাচ্ছে না: {reason}</translation>
    </message>
    <message>
      <source>“{covered}” does not stand at {places}.</source>
      <translation>{places} অবস্থানে “{covered}” নেই।</translation>
    </message>
    <message>
      <source>“{direction}” is not a direction.</source>
      <translation>“{direction}” কোনো দিক নয়।</translation>
    </message>
    <message>
      <source>“{direction}” is not a direction: a_to_b or b_to_a.</source>
      <translation>“{direction}” কোনো দিক নয়: a_to_b বা b_to_a হতে হবে।</translation>
    </message>
    <message>
      <source>“{font}” is not a font that can be converted: {fonts}.</source>
      <translation>“{font}” ফন্টের লেখা বদলানো যায় না; যায় এগুলোর: {fonts}।</translation>
    </message>
    <message>
      <source>“{format}” is not a format that can be read: {formats}.</source>
      <translation>“{format}” বিন্যাস পড়া যায় না; পড়া যায়: {formats}।</translation>
    </message>
    <message>
      <source>“{format}” is not a format that can be written: {formats}.</source>
      <translation>“{format}” বিন্যাসে লেখা যায় না; লেখা যায়: {formats}।</translation>
    </message>
    <message>
      <source>“{kind}” is not a kind of decision.</source>
      <translation>“{kind}” কোনো ধরনের সিদ্ধান্ত নয়।</translation>
    </message>
    <message>
      <source>“{kind}” is not a kind of link of this project.</source>
      <translation>“{kind}” এই প্রকল্পের কোনো সংযোগের ধরন নয়।</translation>
    </message>
    <message>
      <source>“{kind}” is not a kind of suggestion.</source>
      <translation>“{kind}” কোনো প্রস্তাবের ধরন নয়।</translation>
    </message>
    <message>
      <source>“{kind}” is not a type of record.</source>
      <translation>“{kind}” কোনো ধরনের ভুক্তি নয়।</translation>
    </message>
    <message>
      <source>“{label}” is not a span label of this project.</source>
      <translation>“{label}” এই প্রকল্পের অংশের লেবেল নয়।</translation>
    </message>
    <message>
      <source>“{name}” can't be a package's name: take small letters, digits, “_” or “-”, a letter first.</source>
      <translation>“{name}” প্যাকেজের নাম হতে পারে না: ছোট হাতের ইংরেজি অক্ষর, অঙ্ক, “_” বা “-” নিন, শুরুতে অক্ষর।</translation>
    </message>
    <message>
      <source>“{name}” can't be a suggester's name: take up to 40 letters, digits, “.”, “_” or “-”.</source>
      <translation>“{name}” প্রস্তাবকের নাম হতে পারে না: সর্বোচ্চ ৪০টি ইংরেজি অক্ষর, অঙ্ক, “.”, “_” বা “-” ব্যবহার করুন।</translation>
    </message>
    <message>
      <source>“{name}” can't be kept together: {kinds}.</source>
      <translation>“{name}” একসঙ্গে রাখা যায় না; রাখা যায়: {kinds}।</translation>
    </message>
    <message>
      <source>“{name}” can't be unpacked.</source>
      <translation>“{name}” খোলা যাচ্ছে না।</translation>
    </message>
    <message>
      <source>“{name}” can't be {value}.</source>
      <translation>“{name}”-এর মান {value} হতে পারে না।</translation>
    </message>
    <message>
      <source>“{name}” closed its output, but did not end and was stopped.</source>
      <translation>“{name}” আউটপুট বন্ধ করেছিল, কিন্তু শেষ হয়নি, তাই থামানো হয়েছে।</translation>
    </message>
    <message>
      <source>“{name}” does not suggest the kind “{kind}”.</source>
      <translation>“{name}” “{kind}” ধরনের প্রস্তাব করে না।</translation>
    </message>
    <message>
      <source>“{name}” ended with code {code}: {reason}</source>
      <translation>“{name}” {code} কোড দিয়ে শেষ হয়েছে: {reason}</translation>
    </message>
    <message>
      <source>“{name}” is no suggester: it has no {missing}.</source>
      <translation>“{name}” প্রস্তাবক নয়: এতে {missing} নেই।</translation>
    </message>
    <message>
      <source>“{name}” is not a field of an article. The fields are: {fields}.</source>
      <translation>“{name}” সংবাদের কোনো ঘর নয়। ঘরগুলো হলো: {fields}।</translation>
    </message>
    <message>
      <source>“{name}” is not a list of objects.</source>
      <translation>“{name}” অবজেক্টের তালিকা নয়।</translation>
    </message>
    <message>
      <source>“{name}” is not a list.</source>
      <translation>“{name}” কোনো তালিকা নয়।</translation>
    </message>
    <message>
      <source>“{name}” is too large for one text.</source>
      <translation>“{name}” এক লেখার পক্ষে বেশি বড়।</translation>
    </message>
    <message>
      <source>“{name}” made more than {most:,} suggestions and was stopped.</source>
      <translation>“{name}” {most:,}টির বেশি প্রস্তাব করেছে, তাই থামানো হয়েছে।</translation>
    </message>
    <message>
      <source>“{name}” of {key} is neither true nor false</source>
      <translation>{key}-এর “{name}” সত্যও নয়, মিথ্যাও নয়</translation>
    </message>
    <message>
      <source>“{name}” said it does not suggest the kind “{kind}”.</source>
      <translation>“{name}” জানিয়েছিল যে এটি “{kind}” ধরনের প্রস্তাব করে না।</translation>
    </message>
    <message>
      <source>“{name}” suggests what Dittomark does not know: {kinds}.</source>
      <translation>“{name}” এমন কিছু প্রস্তাব করে যা ডিটোমার্ক চেনে না: {kinds}।</translation>
    </message>
    <message>
      <source>“{name}” was ended by the signal {signal}: {reason}</source>
      <translation>“{name}” {signal} সিগন্যালে থেমে গেছে: {reason}</translation>
    </message>
    <message>
      <source>“{name}” was killed (SIGKILL): by somebody, or by the system because the memory did not suffice.</source>
      <translation>“{name}” জোর করে বন্ধ করা হয়েছে (SIGKILL): কেউ করেছে, কিংবা মেমরি না কুলানোয় সিস্টেম করেছে।</translation>
    </message>
    <message>
      <source>“{name}” was silent for {seconds:g} seconds and was stopped.</source>
      <translation>“{name}” {seconds:g} সেকেন্ড কোনো সাড়া দেয়নি, তাই থামানো হয়েছে।</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” would be one file on some computers: name them differently.</source>
      <translation>কোনো কোনো কম্পিউটারে “{one}” আর “{other}” একই ফাইল হয়ে যায়: আলাদা নাম দিন।</translation>
    </message>
    <message>
      <source>“{other}” is not a type of annotation.</source>
      <translation>“{other}” কোনো ধরনের চিহ্ন বা মূল্যায়ন নয়।</translation>
    </message>
    <message>
      <source>“{pair}” does not name two articles.</source>
      <translation>“{pair}” দুটি সংবাদের নাম বলে না।</translation>
    </message>
    <message>
      <source>“{part}” is empty: too little was decided for so many parts.</source>
      <translation>“{part}” ফাঁকা: এতগুলো ভাগের জন্য যথেষ্ট সিদ্ধান্ত হয়নি।</translation>
    </message>
    <message>
      <source>“{piece}” is not a part of a split. Write it like train=0.8.</source>
      <translation>“{piece}” কোনো ভাগ নয়। এভাবে লিখুন: train=0.8।</translation>
    </message>
    <message>
      <source>“{rating}” is an average of several people; a rating of one person is a whole number.</source>
      <translation>“{rating}” কয়েকজনের গড়; একজনের রেটিং পূর্ণ সংখ্যা হয়।</translation>
    </message>
    <message>
      <source>“{relation}” is not a relation of this project.</source>
      <translation>“{relation}” এই প্রকল্পের কোনো সম্পর্ক নয়।</translation>
    </message>
    <message>
      <source>“{role}” is no role of {name} in a team.</source>
      <translation>“{role}” দলে {name}-এর কোনো ভূমিকা হতে পারে না।</translation>
    </message>
    <message>
      <source>“{state}” is not a state of a suggestion.</source>
      <translation>“{state}” প্রস্তাবের কোনো অবস্থা নয়।</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>“{text}”</translation>
    </message>
    <message>
      <source>“{text}” is not a way to export texts: {ways}.</source>
      <translation>“{text}” লেখা এক্সপোর্টের কোনো ধরন নয়; ধরনগুলো: {ways}।</translation>
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message numerus="yes">
      <source>%n annotator(s)</source>
      <translation>
        <numerusform>%Ln জন মূল্যায়নকারী</numerusform>
        <numerusform>%Ln জন মূল্যায়নকারী</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদ</numerusform>
        <numerusform>%Lnটি সংবাদ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>%Lnটি অক্ষর</numerusform>
        <numerusform>%Lnটি অক্ষর</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n cluster(s)</source>
      <translation>
        <numerusform>%Lnটি গুচ্ছ</numerusform>
        <numerusform>%Lnটি গুচ্ছ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n decision(s)</source>
      <translation>
        <numerusform>%Lnটি সিদ্ধান্ত</numerusform>
        <numerusform>%Lnটি সিদ্ধান্ত</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n direction(s)</source>
      <translation>
        <numerusform>%Lnটি দিক</numerusform>
        <numerusform>%Lnটি দিক</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event label(s)</source>
      <translation>
        <numerusform>%Lnটি ঘটনার লেবেল</numerusform>
        <numerusform>%Lnটি ঘটনার লেবেল</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%Lnটি ঘটনা</numerusform>
        <numerusform>%Lnটি ঘটনা</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n exact border(s)</source>
      <translation>
        <numerusform>%Lnটি নিখুঁত সীমানা</numerusform>
        <numerusform>%Lnটি নিখুঁত সীমানা</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n judgement(s)</source>
      <translation>
        <numerusform>%Lnটি মূল্যায়ন</numerusform>
        <numerusform>%Lnটি মূল্যায়ন</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label scheme(s)</source>
      <translation>
        <numerusform>%Lnটি লেবেলের তালিকা</numerusform>
        <numerusform>%Lnটি লেবেলের তালিকা</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line end(s)</source>
      <translation>
        <numerusform>%Lnটি লাইনের শেষ</numerusform>
        <numerusform>%Lnটি লাইনের শেষ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s)</source>
      <translation>
        <numerusform>%Lnটি সংযোগ</numerusform>
        <numerusform>%Lnটি সংযোগ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s) both ways</source>
      <translation>
        <numerusform>দুই দিকেই যুক্ত %Lnটি সংযোগ</numerusform>
        <numerusform>দুই দিকেই যুক্ত %Lnটি সংযোগ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%Lnটি নোট</numerusform>
        <numerusform>%Lnটি নোট</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n open direction(s)</source>
      <translation>
        <numerusform>%Lnটি অনির্দিষ্ট দিক</numerusform>
        <numerusform>%Lnটি অনির্দিষ্ট দিক</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%Lnটি জোড়া</numerusform>
        <numerusform>%Lnটি জোড়া</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused passage(s)</source>
      <translation>
        <numerusform>%Lnটি প্রত্যাখ্যাত অংশ</numerusform>
        <numerusform>%Lnটি প্রত্যাখ্যাত অংশ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n span(s)</source>
      <translation>
        <numerusform>%Lnটি চিহ্নিত অংশ</numerusform>
        <numerusform>%Lnটি চিহ্নিত অংশ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) of the history</source>
      <translation>
        <numerusform>ইতিহাসের %Lnটি ধাপ</numerusform>
        <numerusform>ইতিহাসের %Lnটি ধাপ</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব</numerusform>
        <numerusform>%Lnটি প্রস্তাব</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s)</source>
      <translation>
        <numerusform>%Lnটি লেখা</numerusform>
        <numerusform>%Lnটি লেখা</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message numerus="yes">
      <source>%n link(s)</source>
      <translation>
        <numerusform>%Lnটি সংযোগ</numerusform>
        <numerusform>%Lnটি সংযোগ</numerusform>
      </translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>ড্যাশবোর্ড</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>Links by kind</source>
      <translation>ধরন অনুযায়ী সংযোগ</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>Pairs by relation</source>
      <translation>সম্পর্ক অনুযায়ী জোড়া</translation>
    </message>
    <message>
      <source>Pairs done</source>
      <translation>সম্পন্ন জোড়া</translation>
    </message>
    <message>
      <source>Pairs done per annotator</source>
      <translation>প্রত্যেক মূল্যায়নকারীর সম্পন্ন জোড়া</translation>
    </message>
    <message>
      <source>Pairs done per day</source>
      <translation>প্রতিদিন সম্পন্ন জোড়া</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>Spans by label</source>
      <translation>লেবেল অনুযায়ী চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>Time left, about</source>
      <translation>আনুমানিক বাকি সময়</translation>
    </message>
    <message>
      <source>Time per pair</source>
      <translation>প্রতি জোড়ায় সময়</translation>
    </message>
    <message>
      <source>Your own work: what others say stays hidden until it is settled, as your team’s lead wants it.</source>
      <translation>শুধু আপনার নিজের কাজ: আপনার দলনেতা চান, অন্যদের মতামত মীমাংসা না হওয়া পর্যন্ত আড়ালে থাকুক।</translation>
    </message>
    <message>
      <source>{done} done · {spans} spans · {skipped} skipped</source>
      <translation>{done}টি সম্পন্ন · {spans}টি চিহ্নিত অংশ · {skipped}টি এড়ানো</translation>
    </message>
    <message>
      <source>{min} min</source>
      <translation>{min} মিনিট</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s} সেকেন্ড</translation>
    </message>
    <message>
      <source>{time} a pair</source>
      <translation>প্রতি জোড়ায় {time}</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message numerus="yes">
      <source>%n pair(s) without a link are left out: nobody finished them.</source>
      <translation>
        <numerusform>সংযোগ নেই এমন %Lnটি জোড়া বাদ দেওয়া হয়েছে: কেউ সেগুলো শেষ করেননি।</numerusform>
        <numerusform>সংযোগ নেই এমন %Lnটি জোড়া বাদ দেওয়া হয়েছে: কেউ সেগুলো শেষ করেননি।</numerusform>
      </translation>
    </message>
    <message>
      <source>Comparing the linked pairs…</source>
      <translation>সংযুক্ত জোড়াগুলো তুলনা করা হচ্ছে…</translation>
    </message>
    <message>
      <source>Comparing the linked pairs… {share}</source>
      <translation>সংযুক্ত জোড়াগুলো তুলনা করা হচ্ছে… {share}</translation>
    </message>
    <message>
      <source>Grouping: adaptive (as shown)</source>
      <translation>গুচ্ছ করা: মানানসই (যেমন দেখানো হয়)</translation>
    </message>
    <message>
      <source>Grouping: narrow</source>
      <translation>গুচ্ছ করা: ঘন</translation>
    </message>
    <message>
      <source>Grouping: wide</source>
      <translation>গুচ্ছ করা: ছড়ানো</translation>
    </message>
    <message>
      <source>Nobody linked two articles yet. Take passages as links (L), or link what you select: then this page says how well the engine finds the same.</source>
      <translation>এখনো কেউ দুটি সংবাদ যুক্ত করেননি। অভিন্ন অংশ সংযোগ হিসেবে নিন (L), অথবা নির্বাচিত লেখা যুক্ত করুন: তখন এই পাতায় দেখা যাবে যন্ত্র একই জিনিস কতটা খুঁজে পায়।</translation>
    </message>
    <message>
      <source>PlagDet by kind of link</source>
      <translation>সংযোগের ধরন অনুযায়ী PlagDet</translation>
    </message>
    <message>
      <source>PlagDet {plagdet} · precision {precision} · recall {recall} · granularity {granularity} · {cases} links, {found} found</source>
      <translation>PlagDet {plagdet} · প্রিসিশন {precision} · রিকল {recall} · খণ্ডন {granularity} · {cases}টি সংযোগ, {found}টি পাওয়া গেছে</translation>
    </message>
    <message>
      <source>The engine beside your links</source>
      <translation>আপনাদের সংযোগের পাশে যন্ত্রের হিসাব</translation>
    </message>
    <message>
      <source>The engine finds all of them exactly.</source>
      <translation>প্রোগ্রাম সবগুলো ঠিকঠাক খুঁজে পায়।</translation>
    </message>
    <message>
      <source>Worst pairs</source>
      <translation>সবচেয়ে কম মেলা জোড়া</translation>
    </message>
  </context>
  <context>
    <name>EventChooser</name>
    <message>
      <source>+ New event “{title}”…</source>
      <translation>+ নতুন ঘটনা “{title}”…</translation>
    </message>
    <message>
      <source>+ New event…</source>
      <translation>+ নতুন ঘটনা…</translation>
    </message>
    <message>
      <source>Attach</source>
      <translation>যোগ করুন</translation>
    </message>
    <message>
      <source>Attach an event</source>
      <translation>ঘটনা যোগ করুন</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Find an event by title, other name, place or date</source>
      <translation>শিরোনাম, অন্য নাম, স্থান বা তারিখ দিয়ে ঘটনা খুঁজুন</translation>
    </message>
    <message>
      <source>New event</source>
      <translation>নতুন ঘটনা</translation>
    </message>
    <message>
      <source>Reported by</source>
      <translation>যে সংবাদে আছে</translation>
    </message>
    <message>
      <source>Suggested for {n} of {total}</source>
      <translation>{total}টির মধ্যে {n}টির জন্য প্রস্তাবিত</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>Which article</source>
      <translation>কোন সংবাদ</translation>
    </message>
    <message numerus="yes">
      <source>all %n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদই</numerusform>
        <numerusform>%Lnটি সংবাদই</numerusform>
      </translation>
    </message>
    <message>
      <source>both articles</source>
      <translation>দুটি সংবাদই</translation>
    </message>
    <message numerus="yes">
      <source>“{title}” attached to %n article(s).</source>
      <translation>
        <numerusform>%Lnটি সংবাদে “{title}” যোগ হলো।</numerusform>
        <numerusform>%Lnটি সংবাদে “{title}” যোগ হলো।</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EventEditor</name>
    <message>
      <source>Another event</source>
      <translation>অন্য ঘটনা</translation>
    </message>
    <message>
      <source>Articles that report it</source>
      <translation>যেসব সংবাদে আছে</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Keep changes</source>
      <translation>পরিবর্তন রাখুন</translation>
    </message>
    <message>
      <source>Merge into</source>
      <translation>যার সঙ্গে এক করা হবে</translation>
    </message>
    <message numerus="yes">
      <source>Reported by %n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদে আছে</numerusform>
        <numerusform>%Lnটি সংবাদে আছে</numerusform>
      </translation>
    </message>
    <message>
      <source>The event is deleted.</source>
      <translation>ঘটনাটি মুছে ফেলা হলো।</translation>
    </message>
    <message>
      <source>The two events are one now.</source>
      <translation>দুটি ঘটনা এখন একটি।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
  </context>
  <context>
    <name>EventFields</name>
    <message>
      <source>2023-09-13, 2023-09, 2023 or in words</source>
      <translation>2023-09-13, 2023-09, 2023 বা কথায়</translation>
    </message>
    <message>
      <source>Also known as</source>
      <translation>অন্য নাম</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>তারিখ</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>নোট</translation>
    </message>
    <message>
      <source>Participants</source>
      <translation>অংশগ্রহণকারী</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>স্থান</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>শিরোনাম</translation>
    </message>
    <message>
      <source>other names and spellings, separated by semicolons</source>
      <translation>অন্য নাম ও বানান, সেমিকোলন দিয়ে আলাদা</translation>
    </message>
    <message>
      <source>separated by semicolons</source>
      <translation>সেমিকোলন দিয়ে আলাদা</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Annotations</source>
      <translation>চিহ্ন ও মূল্যায়ন</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Choose the place</source>
      <translation>স্থান বেছে নিন</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>এক্সপোর্ট করুন</translation>
    </message>
    <message>
      <source>Export a dataset</source>
      <translation>ডেটাসেট এক্সপোর্ট করুন</translation>
    </message>
    <message>
      <source>Exported {counts} to {place}.</source>
      <translation>{counts} এক্সপোর্ট হলো: {place}</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>বিন্যাস</translation>
    </message>
    <message>
      <source>No preview: the project has too many articles.</source>
      <translation>প্রাকদর্শন নেই: প্রকল্পে সংবাদ অনেক বেশি।</translation>
    </message>
    <message>
      <source>Only pairs that are done</source>
      <translation>শুধু সম্পন্ন জোড়া</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>ফোল্ডার খুলুন</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>ভাগ</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>প্রাকদর্শন</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>যে নামে রাখা হবে</translation>
    </message>
    <message>
      <source>Seed of the split</source>
      <translation>ভাগের সিড (এলোমেলো বাছাইয়ের শুরু-সংখ্যা)</translation>
    </message>
    <message>
      <source>Split into parts; copies of one text stay together</source>
      <translation>কয়েক ভাগে ভাগ করুন; একই লেখার কপিগুলো একসঙ্গে থাকে</translation>
    </message>
    <message>
      <source>The parts make {whole}: let them make 100 %.</source>
      <translation>ভাগগুলো মিলে {whole}: মোট ১০০% করুন।</translation>
    </message>
    <message>
      <source>everybody’s</source>
      <translation>সবার</translation>
    </message>
    <message>
      <source>only a checksum of each text</source>
      <translation>শুধু প্রতিটি লেখার চেকসাম</translation>
    </message>
    <message>
      <source>test</source>
      <translation>পরীক্ষা</translation>
    </message>
    <message>
      <source>training</source>
      <translation>প্রশিক্ষণ</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>যাচাই</translation>
    </message>
    <message>
      <source>with the texts</source>
      <translation>লেখাসহ</translation>
    </message>
    <message>
      <source>without the texts</source>
      <translation>লেখা ছাড়া</translation>
    </message>
  </context>
  <context>
    <name>Failure</name>
    <message>
      <source>Copy the report</source>
      <translation>বিবরণটি কপি করুন</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>ত্রুটির বিবরণ</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>কিছু একটা ভুল হয়েছে</translation>
    </message>
    <message>
      <source>This is a mistake in Dittomark, not yours. Your work is saved. You can go on; if it happens again, please send us the report below.</source>
      <translation>এটি ডিটোমার্কের ভুল, আপনার নয়। আপনার কাজ সংরক্ষিত আছে। আপনি কাজ চালিয়ে যেতে পারেন; আবার হলে নিচের বিবরণটি আমাদের পাঠান।</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>accepted</source>
      <translation>গৃহীত</translation>
    </message>
    <message>
      <source>annotator</source>
      <translation>মূল্যায়নকারী</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>সিদ্ধান্ত</translation>
    </message>
    <message>
      <source>direction</source>
      <translation>দিক</translation>
    </message>
    <message>
      <source>done</source>
      <translation>সম্পন্ন</translation>
    </message>
    <message>
      <source>end</source>
      <translation>সমাপ্তির অবস্থান</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>ফ্ল্যাগ করা</translation>
    </message>
    <message>
      <source>from the first article to the second</source>
      <translation>প্রথম সংবাদ থেকে দ্বিতীয়টিতে</translation>
    </message>
    <message>
      <source>from the second article to the first</source>
      <translation>দ্বিতীয় সংবাদ থেকে প্রথমটিতে</translation>
    </message>
    <message>
      <source>label</source>
      <translation>লেবেল</translation>
    </message>
    <message>
      <source>no</source>
      <translation>না</translation>
    </message>
    <message>
      <source>note</source>
      <translation>নোট</translation>
    </message>
    <message>
      <source>open</source>
      <translation>খোলা</translation>
    </message>
    <message>
      <source>origin</source>
      <translation>কোথা থেকে এসেছে</translation>
    </message>
    <message>
      <source>other names</source>
      <translation>অন্য নাম</translation>
    </message>
    <message>
      <source>part of</source>
      <translation>যে ঘটনার অংশ</translation>
    </message>
    <message>
      <source>participants</source>
      <translation>অংশগ্রহণকারী</translation>
    </message>
    <message>
      <source>place</source>
      <translation>স্থান</translation>
    </message>
    <message>
      <source>ratings</source>
      <translation>রেটিং</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>প্রত্যাখ্যাত</translation>
    </message>
    <message>
      <source>relation</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>score</source>
      <translation>স্কোর</translation>
    </message>
    <message>
      <source>seconds on screen</source>
      <translation>পর্দায় থাকার সেকেন্ড</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>এড়ানো</translation>
    </message>
    <message>
      <source>start</source>
      <translation>শুরুর অবস্থান</translation>
    </message>
    <message>
      <source>state</source>
      <translation>অবস্থা</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>হ্যাঁ</translation>
    </message>
  </context>
  <context>
    <name>FileMonitor</name>
    <message>
      <source>Open it</source>
      <translation>সেটি খুলুন</translation>
    </message>
  </context>
  <context>
    <name>FilterMenu</name>
    <message>
      <source>All</source>
      <translation>সব</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>সম্পন্ন</translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>ফ্ল্যাগ করা</translation>
    </message>
    <message>
      <source>Judged by</source>
      <translation>মূল্যায়ন করেছেন</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>এড়ানো</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>বাকি</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%Lnটি জায়গায়</numerusform>
        <numerusform>%Lnটি জায়গায়</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>বন্ধ করুন</translation>
    </message>
    <message>
      <source>Find in both articles</source>
      <translation>দুটি সংবাদেই খুঁজুন</translation>
    </message>
    <message>
      <source>Match case</source>
      <translation>বড়-ছোট হাতের মিল</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>পরবর্তী</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>পূর্ববর্তী</translation>
    </message>
    <message>
      <source>Whole words</source>
      <translation>পুরো শব্দ</translation>
    </message>
  </context>
  <context>
    <name>FindPairs</name>
    <message numerus="yes">
      <source>%n new pair(s) in the queue.</source>
      <translation>
        <numerusform>কাজের সারিতে %Lnটি নতুন জোড়া।</numerusform>
        <numerusform>কাজের সারিতে %Lnটি নতুন জোড়া।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) of this group came into the queue.</source>
      <translation>
        <numerusform>এই গুচ্ছের %Lnটি জোড়া কাজের সারিতে এসেছে।</numerusform>
        <numerusform>এই গুচ্ছের %Lnটি জোড়া কাজের সারিতে এসেছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>A fair random sample</source>
      <translation>নিরপেক্ষ দৈবচয়িত নমুনা</translation>
    </message>
    <message>
      <source>All pairs of this group of copies are in the queue.</source>
      <translation>একই লেখার এই গুচ্ছের সব জোড়া কাজের সারিতে আছে।</translation>
    </message>
    <message>
      <source>Also reports of one event</source>
      <translation>একই ঘটনার খবরও খুঁজুন</translation>
    </message>
    <message>
      <source>Also reports of one event that share no passage</source>
      <translation>একই ঘটনার সংবাদও, অভিন্ন অংশ না থাকলেও</translation>
    </message>
    <message>
      <source>Event by event</source>
      <translation>ঘটনা ধরে ধরে</translation>
    </message>
    <message>
      <source>Find pairs</source>
      <translation>জোড়া খুঁজুন</translation>
    </message>
    <message>
      <source>Find pairs to compare</source>
      <translation>তুলনার জোড়া খুঁজুন</translation>
    </message>
    <message numerus="yes">
      <source>Groups of copies have %n more: a right click on a pair adds those of its group.</source>
      <translation>
        <numerusform>একই লেখার গুচ্ছগুলোতে আরও %Lnটি জোড়া আছে: কোনো জোড়ায় ডান ক্লিক করে তার গুচ্ছেরগুলো যোগ করা যায়।</numerusform>
        <numerusform>একই লেখার গুচ্ছগুলোতে আরও %Lnটি জোড়া আছে: কোনো জোড়ায় ডান ক্লিক করে তার গুচ্ছেরগুলো যোগ করা যায়।</numerusform>
      </translation>
    </message>
    <message>
      <source>Groups of copies together</source>
      <translation>একই লেখার গুচ্ছগুলো একসঙ্গে</translation>
    </message>
    <message>
      <source>Looks through all articles for copies, rewrites and shared passages and puts them into the queue. Only articles that came since the last time are compared.</source>
      <translation>সব সংবাদে একই লেখা, পুনর্লিখন ও অভিন্ন অংশ খুঁজে কাজের সারিতে রাখে। শুধু গতবারের পরে আসা সংবাদগুলো তুলনা করা হয়।</translation>
    </message>
    <message>
      <source>Most alike first</source>
      <translation>সবচেয়ে বেশি মিল আগে</translation>
    </message>
    <message>
      <source>Most doubtful first</source>
      <translation>সবচেয়ে অনিশ্চিত আগে</translation>
    </message>
    <message>
      <source>No articles share a passage or seem to report one event.</source>
      <translation>কোনো সংবাদে অভিন্ন অংশ নেই, একই ঘটনার খবরও মনে হয় না।</translation>
    </message>
    <message numerus="yes">
      <source>No articles share a passage. New in the queue: %n pair(s) that may report one event.</source>
      <translation>
        <numerusform>কোনো সংবাদে অভিন্ন অংশ নেই। কাজের সারিতে নতুন: একই ঘটনার হতে পারে এমন %Lnটি জোড়া।</numerusform>
        <numerusform>কোনো সংবাদে অভিন্ন অংশ নেই। কাজের সারিতে নতুন: একই ঘটনার হতে পারে এমন %Lnটি জোড়া।</numerusform>
      </translation>
    </message>
    <message>
      <source>No new pairs were found.</source>
      <translation>নতুন কোনো জোড়া পাওয়া যায়নি।</translation>
    </message>
    <message>
      <source>Order of the queue</source>
      <translation>কাজের সারির ক্রম</translation>
    </message>
    <message>
      <source>The queue is sorted: {order}.</source>
      <translation>কাজের সারি সাজানো হলো: {order}।</translation>
    </message>
    <message>
      <source>This pair is in no group of copies.</source>
      <translation>এই জোড়া একই লেখার কোনো গুচ্ছে নেই।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
  </context>
  <context>
    <name>FirstSearch</name>
    <message>
      <source>Find what to compare, suggest boilerplate and events</source>
      <translation>তুলনার জোড়া খুঁজুন, বাড়তি লেখা ও ঘটনার প্রস্তাব দিন</translation>
    </message>
    <message>
      <source>Looking for boilerplate and events…</source>
      <translation>বাড়তি লেখা ও ঘটনা খোঁজা হচ্ছে…</translation>
    </message>
    <message>
      <source>Looking for what articles share…</source>
      <translation>সংবাদগুলোর মিল খোঁজা হচ্ছে…</translation>
    </message>
    <message>
      <source>Nothing to judge yet. Dittomark can look for articles that share something and for menus, captions and other boilerplate. It only proposes: you decide on each.</source>
      <translation>মূল্যায়নের মতো কিছু এখনো নেই। যেসব সংবাদে মিল আছে, আর মেনু, ছবির বিবরণ ও অন্য বাড়তি লেখা ডিটোমার্ক খুঁজে দিতে পারে। এটি শুধু প্রস্তাব দেয়: প্রতিটির সিদ্ধান্ত আপনার।</translation>
    </message>
    <message>
      <source>Only find what to compare</source>
      <translation>শুধু তুলনার জোড়া খুঁজুন</translation>
    </message>
    <message>
      <source>Pair all articles</source>
      <translation>সব সংবাদ দিয়ে জোড়া বানান</translation>
    </message>
    <message>
      <source>Pair them yourself: select articles in the list, Ctrl+Enter.</source>
      <translation>নিজে জোড়া বানান: তালিকায় সংবাদ বেছে Ctrl+Enter চাপুন।</translation>
    </message>
    <message>
      <source>Read the articles first</source>
      <translation>আগে সংবাদগুলো পড়ুন</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>খোঁজা হচ্ছে</translation>
    </message>
  </context>
  <context>
    <name>FoldStrip</name>
    <message>
      <source>Relation, events, spans</source>
      <translation>সম্পর্ক, ঘটনা, চিহ্নিত অংশ</translation>
    </message>
  </context>
  <context>
    <name>FontNotice</name>
    <message>
      <source>No font of this computer has the letters of {script}: they show as boxes. The font {font} has them (Debian and Ubuntu: the package {package}).</source>
      <translation>এই কম্পিউটারের কোনো ফন্টে {script} লিপির অক্ষর নেই: সেগুলো চারকোনা ঘর হয়ে দেখা যায়। {font} ফন্টে আছে (ডেবিয়ান ও উবুন্টুতে {package} প্যাকেজ)।</translation>
    </message>
    <message>
      <source>No font of this computer has the letters of {script}: they show as boxes. The font {font} has them.</source>
      <translation>এই কম্পিউটারের কোনো ফন্টে {script} লিপির অক্ষর নেই: সেগুলো চারকোনা ঘর হয়ে দেখা যায়। {font} ফন্টে আছে।</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <source>A line a pair, to train a classifier on.</source>
      <translation>প্রতি জোড়ায় এক লাইন, শ্রেণিবিন্যাস শেখানোর জন্য।</translation>
    </message>
    <message>
      <source>A line for each group of articles that are the same.</source>
      <translation>একই সংবাদের প্রতিটি গুচ্ছের জন্য এক লাইন।</translation>
    </message>
    <message>
      <source>A table each for articles, spans, pairs, links and events.</source>
      <translation>সংবাদ, চিহ্নিত অংশ, জোড়া, সংযোগ ও ঘটনার আলাদা আলাদা ছক।</translation>
    </message>
    <message>
      <source>A text and an .ann file for each article.</source>
      <translation>প্রতিটি সংবাদের জন্য একটি লেখা ও একটি .ann ফাইল।</translation>
    </message>
    <message>
      <source>A word a line with the label of its span.</source>
      <translation>প্রতি লাইনে একটি শব্দ ও তার চিহ্নিত অংশের লেবেল।</translation>
    </message>
    <message>
      <source>CSV tables (folder)</source>
      <translation>CSV ছক (ফোল্ডার)</translation>
    </message>
    <message>
      <source>Clean texts</source>
      <translation>পরিষ্কার লেখা</translation>
    </message>
    <message>
      <source>CoNLL (word by word)</source>
      <translation>CoNLL (শব্দ ধরে)</translation>
    </message>
    <message>
      <source>Dittomark’s own export</source>
      <translation>ডিটোমার্কের নিজের এক্সপোর্ট</translation>
    </message>
    <message>
      <source>E-book (EPUB)</source>
      <translation>ই-বই (EPUB)</translation>
    </message>
    <message>
      <source>ECB+ event coreference</source>
      <translation>ECB+ ঘটনার সহ-উল্লেখ</translation>
    </message>
    <message>
      <source>Excel workbook</source>
      <translation>এক্সেল ওয়ার্কবুক</translation>
    </message>
    <message>
      <source>For pandas, polars and other tools for large tables.</source>
      <translation>pandas, polars ও বড় ছকের অন্য প্রোগ্রামের জন্য।</translation>
    </message>
    <message>
      <source>Groups of duplicates</source>
      <translation>একই লেখার গুচ্ছ</translation>
    </message>
    <message>
      <source>Hugging Face dataset (folder)</source>
      <translation>Hugging Face ডেটাসেট (ফোল্ডার)</translation>
    </message>
    <message>
      <source>INCEpTION, UIMA CAS JSON (folder)</source>
      <translation>INCEpTION, UIMA CAS JSON (ফোল্ডার)</translation>
    </message>
    <message>
      <source>INCEpTION, UIMA CAS XMI (folder)</source>
      <translation>INCEpTION, UIMA CAS XMI (ফোল্ডার)</translation>
    </message>
    <message>
      <source>INCEpTION, WebAnno TSV 3.3 (folder)</source>
      <translation>INCEpTION, WebAnno TSV 3.3 (ফোল্ডার)</translation>
    </message>
    <message>
      <source>JSONL (an object a line)</source>
      <translation>JSONL (প্রতি লাইনে একটি)</translation>
    </message>
    <message>
      <source>Label Studio (folder)</source>
      <translation>Label Studio (ফোল্ডার)</translation>
    </message>
    <message>
      <source>News feed (RSS, Atom)</source>
      <translation>সংবাদের ফিড (RSS, Atom)</translation>
    </message>
    <message>
      <source>One file of joined tables, for SQL, Datasette and pandas.</source>
      <translation>পরস্পর যুক্ত ছকের একটি ফাইল; SQL, Datasette ও pandas-এর জন্য।</translation>
    </message>
    <message>
      <source>One file with everything; Dittomark reads it back.</source>
      <translation>সবকিছু এক ফাইলে; ডিটোমার্ক আবার পড়তে পারে।</translation>
    </message>
    <message>
      <source>OpenDocument text</source>
      <translation>ওপেনডকুমেন্ট লেখা</translation>
    </message>
    <message>
      <source>PAN text alignment</source>
      <translation>PAN লেখার মিল</translation>
    </message>
    <message>
      <source>PAN text alignment (folder)</source>
      <translation>PAN লেখার মিল (ফোল্ডার)</translation>
    </message>
    <message>
      <source>Pairs and links, as the PAN contests had them.</source>
      <translation>জোড়া ও সংযোগ, PAN প্রতিযোগিতায় যেমন ছিল।</translation>
    </message>
    <message>
      <source>Pairs with both texts</source>
      <translation>দুটি লেখাসহ জোড়া</translation>
    </message>
    <message>
      <source>Parquet tables (folder)</source>
      <translation>Parquet ছক (ফোল্ডার)</translation>
    </message>
    <message>
      <source>Plain text</source>
      <translation>সাধারণ লেখা</translation>
    </message>
    <message>
      <source>SQLite database</source>
      <translation>SQLite ডেটাবেস</translation>
    </message>
    <message>
      <source>SemEval-2022 Task 8 (pairs)</source>
      <translation>SemEval-2022 Task 8 (জোড়া)</translation>
    </message>
    <message>
      <source>Spans, links, relations and events without the texts.</source>
      <translation>লেখা ছাড়া চিহ্নিত অংশ, সংযোগ, সম্পর্ক ও ঘটনা।</translation>
    </message>
    <message>
      <source>Table with commas (CSV)</source>
      <translation>কমা দেওয়া ছক (CSV)</translation>
    </message>
    <message>
      <source>Table with tabs (TSV)</source>
      <translation>ট্যাব দেওয়া ছক (TSV)</translation>
    </message>
    <message>
      <source>Tasks and labelling set-up for articles and for pairs.</source>
      <translation>সংবাদ ও জোড়ার কাজ আর লেবেলের ব্যবস্থা।</translation>
    </message>
    <message>
      <source>The ratings of the pairs, a row for each annotator.</source>
      <translation>জোড়ার রেটিং, প্রতি মূল্যায়নকারীর এক সারি।</translation>
    </message>
    <message>
      <source>The same tables as sheets of one workbook.</source>
      <translation>একই ছকগুলো, এক ওয়ার্কবুকের আলাদা শিটে।</translation>
    </message>
    <message>
      <source>The spans of every article, a line each.</source>
      <translation>প্রতিটি সংবাদের চিহ্নিত অংশ, প্রতি লাইনে একটি সংবাদ।</translation>
    </message>
    <message>
      <source>The spans word by word, as INCEpTION and WebAnno read them.</source>
      <translation>শব্দ ধরে ধরে চিহ্নিত অংশ, INCEpTION ও WebAnno যেভাবে পড়ে।</translation>
    </message>
    <message>
      <source>The spans, a line for each article and annotator.</source>
      <translation>চিহ্নিত অংশ, প্রতি সংবাদ ও মূল্যায়নকারীর এক লাইন।</translation>
    </message>
    <message>
      <source>The spans, as INCEpTION reads them.</source>
      <translation>চিহ্নিত অংশ, INCEpTION যেভাবে পড়ে।</translation>
    </message>
    <message>
      <source>The spans, as spaCy trains on them.</source>
      <translation>চিহ্নিত অংশ, spaCy যেভাবে শেখে।</translation>
    </message>
    <message>
      <source>Web archive (WARC)</source>
      <translation>ওয়েব আর্কাইভ (WARC)</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>ওয়েব পাতা</translation>
    </message>
    <message>
      <source>Web page saved as one file (MHTML)</source>
      <translation>এক ফাইলে সংরক্ষিত ওয়েব পাতা (MHTML)</translation>
    </message>
    <message>
      <source>With a dataset card; the library “datasets” opens it.</source>
      <translation>ডেটাসেটের বিবরণসহ; “datasets” লাইব্রেরি খুলতে পারে।</translation>
    </message>
    <message>
      <source>Without boilerplate, and one copy of each duplicate.</source>
      <translation>বাড়তি লেখা ছাড়া, একই লেখার একটি কপি।</translation>
    </message>
    <message>
      <source>Word document</source>
      <translation>ওয়ার্ড নথি</translation>
    </message>
    <message>
      <source>brat (folder)</source>
      <translation>brat (ফোল্ডার)</translation>
    </message>
    <message>
      <source>spaCy training data (folder)</source>
      <translation>spaCy-র প্রশিক্ষণের তথ্য (ফোল্ডার)</translation>
    </message>
  </context>
  <context>
    <name>Guidelines</name>
    <message>
      <source>*No guidelines yet.*

Write down how pairs are judged and spans are marked; every annotator sees it here.</source>
      <translation>*এখনো কোনো নির্দেশিকা নেই।*

জোড়া কীভাবে মূল্যায়ন আর অংশ কীভাবে চিহ্নিত করতে হবে তা লিখুন; সব মূল্যায়নকারী এখানে দেখতে পাবেন।</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>সম্পাদনা</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <translation>নির্দেশিকা</translation>
    </message>
    <message>
      <source>Guidelines in Markdown</source>
      <translation>Markdown-এ লেখা নির্দেশিকা</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>রাখুন</translation>
    </message>
  </context>
  <context>
    <name>HandOut</name>
    <message numerus="yes">
      <source>%n file(s) written to {folder}.</source>
      <translation>
        <numerusform>{folder} ফোল্ডারে %Lnটি ফাইল লেখা হলো।</numerusform>
        <numerusform>{folder} ফোল্ডারে %Lnটি ফাইল লেখা হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Annotators</source>
      <translation>মূল্যায়নকারী</translation>
    </message>
    <message>
      <source>Each annotator gets a file with their pairs, the events and the labels, and nothing that others said. Join the files again when they are done.</source>
      <translation>প্রত্যেক মূল্যায়নকারী নিজের জোড়া, ঘটনা ও লেবেলসহ একটি ফাইল পান, অন্যদের মত তাতে থাকে না। কাজ শেষে ফাইলগুলো আবার একত্র করুন।</translation>
    </message>
    <message>
      <source>Each pair is seen by</source>
      <translation>প্রতিটি জোড়া দেখবেন</translation>
    </message>
    <message>
      <source>Groups of copies together</source>
      <translation>একই লেখার গুচ্ছগুলো একসঙ্গে</translation>
    </message>
    <message>
      <source>Hand out the work</source>
      <translation>কাজ ভাগ করে দিন</translation>
    </message>
    <message>
      <source>How to split</source>
      <translation>ভাগের ধরন</translation>
    </message>
    <message>
      <source>One name a line</source>
      <translation>প্রতি লাইনে একটি নাম</translation>
    </message>
    <message>
      <source>Pair by pair</source>
      <translation>জোড়া ধরে ধরে</translation>
    </message>
    <message>
      <source>Pairs of one event together</source>
      <translation>একই ঘটনার জোড়া একসঙ্গে</translation>
    </message>
    <message>
      <source>Pairs of the same two sources together</source>
      <translation>একই দুই সংবাদমাধ্যমের জোড়া একসঙ্গে</translation>
    </message>
    <message>
      <source>Pairs per annotator at most</source>
      <translation>প্রত্যেক মূল্যায়নকারীর সর্বোচ্চ জোড়া</translation>
    </message>
    <message>
      <source>That holds for</source>
      <translation>যাদের জন্য প্রযোজ্য</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>কোথায়</translation>
    </message>
    <message>
      <source>Write the files…</source>
      <translation>ফাইলগুলো লিখুন…</translation>
    </message>
    <message>
      <source>Writing the files…</source>
      <translation>ফাইল লেখা হচ্ছে…</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>সীমা নেই</translation>
    </message>
  </context>
  <context>
    <name>Handlers</name>
    <message numerus="yes">
      <source>%n pair(s) added.</source>
      <translation>
        <numerusform>%Lnটি জোড়া যোগ হলো।</numerusform>
        <numerusform>%Lnটি জোড়া যোগ হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Back to it</source>
      <translation>ওটিতে ফিরুন</translation>
    </message>
    <message>
      <source>Choose a relation first, or press X to skip the pair.</source>
      <translation>আগে একটি সম্পর্ক বেছে নিন, অথবা জোড়াটি এড়িয়ে যেতে X চাপুন।</translation>
    </message>
    <message>
      <source>The pair is done; {left}.</source>
      <translation>জোড়াটি সম্পন্ন হলো; {left}।</translation>
    </message>
    <message>
      <source>The two texts are not the same, letter for letter.</source>
      <translation>দুটি লেখা হুবহু এক নয়।</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>What the manual says of this</source>
      <translation>সহায়িকায় এ বিষয়ে যা আছে</translation>
    </message>
    <message>
      <source>What the manual says of this (F1)</source>
      <translation>সহায়িকায় এ বিষয়ে যা আছে (F1)</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>আরও %Lnটি</numerusform>
        <numerusform>আরও %Lnটি</numerusform>
      </translation>
    </message>
    <message>
      <source>(undone)</source>
      <translation>(ফিরিয়ে নেওয়া)</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>বিস্তারিত</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>সবাই</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>সবকিছু</translation>
    </message>
    <message>
      <source>History</source>
      <translation>পরিবর্তনের ইতিহাস</translation>
    </message>
    <message>
      <source>What</source>
      <translation>কী</translation>
    </message>
    <message>
      <source>When</source>
      <translation>কখন</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>কে</translation>
    </message>
    <message>
      <source>done</source>
      <translation>সম্পন্ন</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>ফ্ল্যাগ করা</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>এড়ানো</translation>
    </message>
  </context>
  <context>
    <name>Import</name>
    <message numerus="yes">
      <source>%n annotation(s) came with them.</source>
      <translation>
        <numerusform>এগুলোর সঙ্গে %Lnটি চিহ্ন ও মূল্যায়ন এসেছে।</numerusform>
        <numerusform>এগুলোর সঙ্গে %Lnটি চিহ্ন ও মূল্যায়ন এসেছে।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) imported.</source>
      <translation>
        <numerusform>%Lnটি সংবাদ ইমপোর্ট হলো।</numerusform>
        <numerusform>%Lnটি সংবাদ ইমপোর্ট হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood in the files twice and came in once.</source>
      <translation>
        <numerusform>%Lnটি ফাইলগুলোতে দুবার ছিল, একবারই ইমপোর্ট হলো।</numerusform>
        <numerusform>%Lnটি ফাইলগুলোতে দুবার ছিল, একবারই ইমপোর্ট হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood there already.</source>
      <translation>
        <numerusform>%Lnটি আগে থেকেই ছিল।</numerusform>
        <numerusform>%Lnটি আগে থেকেই ছিল।</numerusform>
      </translation>
    </message>
    <message>
      <source>All that went wrong</source>
      <translation>যা যা ভুল হয়েছে</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>অক্ষর</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>তারিখ</translation>
    </message>
    <message>
      <source>Dates such as 03/04/2024</source>
      <translation>03/04/2024-এর মতো তারিখ</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>এনকোডিং</translation>
    </message>
    <message>
      <source>Find pairs</source>
      <translation>জোড়া খুঁজুন</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>বিন্যাস</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>ইমপোর্ট করুন</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>সংবাদ ইমপোর্ট করুন</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>ইমপোর্ট হচ্ছে</translation>
    </message>
    <message>
      <source>List of articles</source>
      <translation>সংবাদের তালিকা</translation>
    </message>
    <message>
      <source>Looking at {path}…</source>
      <translation>{path} দেখা হচ্ছে…</translation>
    </message>
    <message>
      <source>Number or name</source>
      <translation>নম্বর বা নাম</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>সংবাদমাধ্যম</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>লেখা</translation>
    </message>
    <message>
      <source>The first articles</source>
      <translation>প্রথম সংবাদগুলো</translation>
    </message>
    <message>
      <source>The letters are of an old font (Bijoy): convert them to Unicode</source>
      <translation>অক্ষরগুলো পুরোনো ফন্টের (বিজয়): ইউনিকোডে বদলে নিন</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>শিরোনাম</translation>
    </message>
    <message>
      <source>Which column is what</source>
      <translation>কোন কলামে কী আছে</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>এবং আরও %Lnটি</numerusform>
        <numerusform>এবং আরও %Lnটি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more file(s)</source>
      <translation>
        <numerusform>এবং আরও %Lnটি ফাইল</numerusform>
        <numerusform>এবং আরও %Lnটি ফাইল</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more that can’t be read</source>
      <translation>
        <numerusform>এবং আরও %Lnটি পড়া যায়নি</numerusform>
        <numerusform>এবং আরও %Lnটি পড়া যায়নি</numerusform>
      </translation>
    </message>
    <message>
      <source>day first: 3 April</source>
      <translation>আগে দিন: ৩ এপ্রিল</translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation>নিজে থেকে চেনা</translation>
    </message>
    <message>
      <source>found by itself ({order})</source>
      <translation>নিজে থেকে চেনা ({order})</translation>
    </message>
    <message>
      <source>month first: 4 March</source>
      <translation>আগে মাস: ৪ মার্চ</translation>
    </message>
  </context>
  <context>
    <name>Judging</name>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>{relation}: {title}</source>
      <translation>{relation}: {title}</translation>
    </message>
  </context>
  <context>
    <name>LabelPanel</name>
    <message>
      <source>+ Event</source>
      <translation>+ ঘটনা</translation>
    </message>
    <message>
      <source>Accept “{relation}”</source>
      <translation>গ্রহণ: {relation}</translation>
    </message>
    <message>
      <source>Add a note for the reviewer…</source>
      <translation>পর্যালোচকের জন্য নোট…</translation>
    </message>
    <message>
      <source>Attach an event</source>
      <translation>ঘটনা যোগ করুন</translation>
    </message>
    <message>
      <source>Both articles also mention</source>
      <translation>দুটি সংবাদে আরও আছে</translation>
    </message>
    <message>
      <source>Detach this event</source>
      <translation>এই ঘটনা সরিয়ে নিন</translation>
    </message>
    <message>
      <source>Done, next pair</source>
      <translation>হয়ে গেছে, পরের জোড়া</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Go to the first; the key accepts them all</source>
      <translation>প্রথমটিতে যান; কী চাপলে সবগুলো গৃহীত হয়</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>None yet. Select text and press B.</source>
      <translation>এখনো নেই। লেখা বেছে B চাপুন।</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>নোট</translation>
    </message>
    <message>
      <source>Refuse this suggestion</source>
      <translation>এই প্রস্তাব প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Relation of the pair</source>
      <translation>জোড়ার সম্পর্ক</translation>
    </message>
    <message>
      <source>Spans in this article</source>
      <translation>এই সংবাদের চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>flag</source>
      <translation>ফ্ল্যাগ</translation>
    </message>
    <message>
      <source>skip</source>
      <translation>এড়িয়ে যান</translation>
    </message>
  </context>
  <context>
    <name>LabelTable</name>
    <message>
      <source>Add a label</source>
      <translation>লেবেল যোগ করুন</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>রং</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>রং…</translation>
    </message>
    <message>
      <source>Has a direction</source>
      <translation>দিক আছে</translation>
    </message>
    <message>
      <source>Key in files</source>
      <translation>ফাইলের সংকেত</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>নিচে নামান</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>ওপরে তুলুন</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>সরান</translation>
    </message>
    <message>
      <source>Retired</source>
      <translation>নিষ্ক্রিয়</translation>
    </message>
    <message>
      <source>Shortcut</source>
      <translation>শর্টকাট</translation>
    </message>
    <message>
      <source>What it means</source>
      <translation>এর মানে</translation>
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>A few words changed, left out or added.</source>
      <translation>কয়েকটি শব্দ বদলানো, বাদ দেওয়া বা যোগ করা।</translation>
    </message>
    <message>
      <source>Advertisement</source>
      <translation>বিজ্ঞাপন</translation>
    </message>
    <message>
      <source>Advertisements and what marks them as such.</source>
      <translation>বিজ্ঞাপন ও তার চিহ্ন।</translation>
    </message>
    <message>
      <source>Anything else that is not the article.</source>
      <translation>সংবাদের বাইরের বাকি সব।</translation>
    </message>
    <message>
      <source>Both quote a third text or person.</source>
      <translation>দুটিই তৃতীয় কোনো লেখা বা ব্যক্তির উদ্ধৃতি দেয়।</translation>
    </message>
    <message>
      <source>Both report the same event in words of their own.</source>
      <translation>দুটিই একই ঘটনার খবর, নিজ নিজ ভাষায়।</translation>
    </message>
    <message>
      <source>Both say the same, each on its own.</source>
      <translation>দুটিতেই একই কথা, যে যার মতো করে।</translation>
    </message>
    <message>
      <source>Byline, dateline</source>
      <translation>প্রতিবেদক ও তারিখ</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>ছবির বিবরণ</translation>
    </message>
    <message>
      <source>Code, error messages, placeholders.</source>
      <translation>কোড, ত্রুটির বার্তা, প্লেসহোল্ডার।</translation>
    </message>
    <message>
      <source>Comment form</source>
      <translation>মন্তব্যের ঘর</translation>
    </message>
    <message>
      <source>Comments, and the form for them.</source>
      <translation>মন্তব্য ও তা লেখার ঘর।</translation>
    </message>
    <message>
      <source>Copyright notice</source>
      <translation>কপিরাইট</translation>
    </message>
    <message>
      <source>Copyright, publisher, address.</source>
      <translation>কপিরাইট, প্রকাশক, ঠিকানা।</translation>
    </message>
    <message>
      <source>Exact duplicate</source>
      <translation>হুবহু একই লেখা</translation>
    </message>
    <message>
      <source>Headlines of other articles on the subject.</source>
      <translation>একই বিষয়ের অন্য সংবাদের শিরোনাম।</translation>
    </message>
    <message>
      <source>Lightly edited</source>
      <translation>সামান্য সম্পাদিত</translation>
    </message>
    <message>
      <source>Markup leftover</source>
      <translation>রয়ে যাওয়া কোড</translation>
    </message>
    <message>
      <source>Menus, categories, breadcrumbs.</source>
      <translation>মেনু, বিভাগের নাম, পাতার পথ।</translation>
    </message>
    <message>
      <source>Most read</source>
      <translation>সর্বাধিক পঠিত</translation>
    </message>
    <message>
      <source>Most read, latest, trending.</source>
      <translation>সর্বাধিক পঠিত, সর্বশেষ, আলোচিত।</translation>
    </message>
    <message>
      <source>Navigation</source>
      <translation>মেনু</translation>
    </message>
    <message>
      <source>Near duplicate</source>
      <translation>প্রায় একই লেখা</translation>
    </message>
    <message>
      <source>Nearly word for word</source>
      <translation>প্রায় হুবহু</translation>
    </message>
    <message>
      <source>One contains the other</source>
      <translation>একটির ভেতরে অন্যটি</translation>
    </message>
    <message>
      <source>One is a light rewrite of the other, from start to end.</source>
      <translation>আগাগোড়া একই লেখা, সামান্য বদলানো।</translation>
    </message>
    <message>
      <source>One side tells briefly what the other tells at length.</source>
      <translation>এক দিকে যা বিস্তারে বলা, অন্য দিকে তা সংক্ষেপে।</translation>
    </message>
    <message>
      <source>Other boilerplate</source>
      <translation>অন্যান্য বাড়তি লেখা</translation>
    </message>
    <message>
      <source>Partial copy</source>
      <translation>আংশিক একই লেখা</translation>
    </message>
    <message>
      <source>Parts of one stand in the other; the rest is its own.</source>
      <translation>একটির কিছু অংশ অন্যটিতে আছে; বাকিটা নিজস্ব।</translation>
    </message>
    <message>
      <source>Related links</source>
      <translation>সম্পর্কিত লিংক</translation>
    </message>
    <message>
      <source>Repeated text</source>
      <translation>পুনরাবৃত্ত লেখা</translation>
    </message>
    <message>
      <source>Rewritten</source>
      <translation>নতুন করে লেখা</translation>
    </message>
    <message>
      <source>Same event, own text</source>
      <translation>একই ঘটনা, নিজস্ব লেখা</translation>
    </message>
    <message>
      <source>Same quotation</source>
      <translation>একই উদ্ধৃতি</translation>
    </message>
    <message>
      <source>Same statement</source>
      <translation>একই বক্তব্য</translation>
    </message>
    <message>
      <source>Share buttons, newsletters, “follow us”.</source>
      <translation>শেয়ারের বোতাম, নিউজলেটার, অনুসরণের আহ্বান।</translation>
    </message>
    <message>
      <source>Share, subscribe</source>
      <translation>শেয়ার ও সাবস্ক্রাইব</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>সারসংক্ষেপ</translation>
    </message>
    <message>
      <source>Text under a picture or video, picture credits.</source>
      <translation>ছবি বা ভিডিওর নিচের লেখা, ছবির উৎস।</translation>
    </message>
    <message>
      <source>The article, or a part of it, once more on the same page.</source>
      <translation>একই পাতায় সংবাদটি বা তার অংশ আবার।</translation>
    </message>
    <message>
      <source>The same in another language.</source>
      <translation>একই কথা অন্য ভাষায়।</translation>
    </message>
    <message>
      <source>The same text, word for word.</source>
      <translation>একই লেখা, শব্দে শব্দে।</translation>
    </message>
    <message>
      <source>The same told in other words.</source>
      <translation>একই কথা অন্য শব্দে।</translation>
    </message>
    <message>
      <source>The same words in the same order.</source>
      <translation>একই শব্দ একই ক্রমে।</translation>
    </message>
    <message>
      <source>The whole of one stands inside the other.</source>
      <translation>একটির পুরোটাই অন্যটির ভেতরে আছে।</translation>
    </message>
    <message>
      <source>They report different things.</source>
      <translation>দুটি আলাদা বিষয়ের খবর।</translation>
    </message>
    <message>
      <source>To be looked at again, by somebody else.</source>
      <translation>অন্য কেউ আবার দেখবেন।</translation>
    </message>
    <message>
      <source>Translation</source>
      <translation>অনুবাদ</translation>
    </message>
    <message>
      <source>Unrelated</source>
      <translation>সম্পর্কহীন</translation>
    </message>
    <message>
      <source>Unsure</source>
      <translation>নিশ্চিত নই</translation>
    </message>
    <message>
      <source>Who wrote it, where and when.</source>
      <translation>কে, কোথায়, কখন লিখেছেন।</translation>
    </message>
    <message>
      <source>Word for word</source>
      <translation>হুবহু</translation>
    </message>
  </context>
  <context>
    <name>LeftPanel</name>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>তালিকা</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>জোড়া</translation>
    </message>
  </context>
  <context>
    <name>LinkList</name>
    <message>
      <source>Links between these articles</source>
      <translation>এই সংবাদগুলোর মধ্যে সংযোগ</translation>
    </message>
  </context>
  <context>
    <name>Linking</name>
    <message numerus="yes">
      <source>%n passage(s) taken as links.</source>
      <translation>
        <numerusform>%Lnটি অভিন্ন অংশ সংযোগ হিসেবে নেওয়া হয়েছে।</numerusform>
        <numerusform>%Lnটি অভিন্ন অংশ সংযোগ হিসেবে নেওয়া হয়েছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>A link can’t end before it begins: put the caret elsewhere.</source>
      <translation>সংযোগ শুরুর আগে শেষ হতে পারে না: কার্সর অন্য জায়গায় রাখুন।</translation>
    </message>
    <message>
      <source>Click a link first, here or in the list of links.</source>
      <translation>আগে একটি সংযোগে ক্লিক করুন, লেখায় বা সংযোগের তালিকায়।</translation>
    </message>
    <message>
      <source>Counterpart {at} of {all}: Enter links it, the arrows go through the others, Esc leaves.</source>
      <translation>প্রতিরূপ {at} / {all}: Enter যুক্ত করে, তীরচিহ্নের কী অন্যগুলোয় নেয়, Esc বাদ দেয়।</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message>
      <source>Go to a passage first (J), or select the text that is to be linked.</source>
      <translation>আগে একটি অভিন্ন অংশে যান (J), অথবা যা যুক্ত করতে চান তা নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>Link deleted.</source>
      <translation>সংযোগ মোছা হয়েছে।</translation>
    </message>
    <message>
      <source>Linked as “{kind}”. Another kind: I</source>
      <translation>“{kind}” হিসেবে সংযোগ করা হলো। অন্য ধরন: I</translation>
    </message>
    <message>
      <source>Nothing like it was found: select the other side and press L.</source>
      <translation>এর মতো কিছু পাওয়া যায়নি: অন্য দিকটি নির্বাচন করে L চাপুন।</translation>
    </message>
    <message>
      <source>Passage refused: it is not shown again here.</source>
      <translation>অভিন্ন অংশটি প্রত্যাখ্যান করা হয়েছে: এখানে আর দেখানো হবে না।</translation>
    </message>
    <message>
      <source>Put the caret inside the link, where it is to be divided.</source>
      <translation>সংযোগের ভেতরে যেখানে ভাগ করতে চান সেখানে কার্সর রাখুন।</translation>
    </message>
    <message>
      <source>The label scheme has no kind of link.</source>
      <translation>লেবেলের তালিকায় কোনো সংযোগের ধরন নেই।</translation>
    </message>
    <message>
      <source>There is no link behind this one to join it with.</source>
      <translation>এর পরে এর সঙ্গে এক করার মতো কোনো সংযোগ নেই।</translation>
    </message>
    <message>
      <source>There is no passage that is not linked yet.</source>
      <translation>যুক্ত হতে বাকি এমন কোনো অভিন্ন অংশ নেই।</translation>
    </message>
    <message>
      <source>This is a link already. Press I to change its kind.</source>
      <translation>এটি আগেই সংযোগ। ধরন বদলাতে I চাপুন।</translation>
    </message>
    <message>
      <source>This link is {name}’s. Press L to make one of your own.</source>
      <translation>এই সংযোগটি {name}-এর। নিজের একটি করতে L চাপুন।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
  </context>
  <context>
    <name>ListMenus</name>
    <message numerus="yes">
      <source>Add %n more pair(s) of this group</source>
      <translation>
        <numerusform>এই গুচ্ছের আরও %Lnটি জোড়া যোগ করুন</numerusform>
        <numerusform>এই গুচ্ছের আরও %Lnটি জোড়া যোগ করুন</numerusform>
      </translation>
    </message>
    <message>
      <source>Details of the first article…</source>
      <translation>প্রথম সংবাদের বিবরণ…</translation>
    </message>
    <message>
      <source>Details of the second article…</source>
      <translation>দ্বিতীয় সংবাদের বিবরণ…</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>বিবরণ…</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>সম্পাদনা…</translation>
    </message>
    <message numerus="yes">
      <source>Judge %n pair(s) as</source>
      <translation>
        <numerusform>%Lnটি জোড়ার মূল্যায়ন</numerusform>
        <numerusform>%Lnটি জোড়ার মূল্যায়ন</numerusform>
      </translation>
    </message>
    <message>
      <source>Show</source>
      <translation>দেখান</translation>
    </message>
    <message>
      <source>Show its articles side by side</source>
      <translation>এর সংবাদগুলো পাশাপাশি দেখান</translation>
    </message>
    <message>
      <source>Show side by side</source>
      <translation>পাশাপাশি দেখান</translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message numerus="yes">
      <source>%n shown</source>
      <translation>
        <numerusform>%Lnটি দেখানো হচ্ছে</numerusform>
        <numerusform>%Lnটি দেখানো হচ্ছে</numerusform>
      </translation>
    </message>
    <message>
      <source>Filter by…</source>
      <translation>যা দিয়ে ফিল্টার হবে…</translation>
    </message>
    <message>
      <source>Sort by…</source>
      <translation>যে ক্রমে সাজানো হবে…</translation>
    </message>
    <message>
      <source>Sorted by {what}</source>
      <translation>ক্রম: {what}</translation>
    </message>
  </context>
  <context>
    <name>Lists</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদ</numerusform>
        <numerusform>%Lnটি সংবাদ</numerusform>
      </translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>Filter: title, outlet, date, “text”…</source>
      <translation>ফিল্টার: শিরোনাম, সংবাদমাধ্যম, তারিখ, “লেখা”…</translation>
    </message>
    <message>
      <source>Find an event, in any spelling…</source>
      <translation>ঘটনা খুঁজুন, যেকোনো বানানে…</translation>
    </message>
    <message>
      <source>No article. Drop files or a folder here to import them.</source>
      <translation>কোনো সংবাদ নেই। ইমপোর্ট করতে এখানে ফাইল বা ফোল্ডার ছেড়ে দিন।</translation>
    </message>
    <message>
      <source>No event yet, but some are suggested: menu Project, Suggested events. Or press E beside an article to create one.</source>
      <translation>এখনো কোনো ঘটনা নেই, তবে কয়েকটির প্রস্তাব আছে: প্রকল্প মেনুতে “প্রস্তাবিত ঘটনা” দেখুন। অথবা সংবাদ খুলে E চাপলে একটি তৈরি করা যায়।</translation>
    </message>
    <message>
      <source>No event. Press E beside an article to create one.</source>
      <translation>কোনো ঘটনা নেই। সংবাদ খুলে E চাপলে একটি তৈরি করা যায়।</translation>
    </message>
    <message>
      <source>No pair fits the filter.</source>
      <translation>এই ফিল্টারের সঙ্গে কোনো জোড়া মেলে না।</translation>
    </message>
    <message>
      <source>No pair yet. Import at least two articles first.</source>
      <translation>এখনো জোড়া নেই। আগে অন্তত দুটি সংবাদ ইমপোর্ট করুন।</translation>
    </message>
    <message>
      <source>No pair yet. Project › Find pairs to compare fills this list; or select two articles and pair them.</source>
      <translation>এখনো জোড়া নেই। প্রকল্প › তুলনার জোড়া খুঁজুন এই তালিকা ভরে দেয়; অথবা দুটি সংবাদ নির্বাচন করে জোড়া বানান।</translation>
    </message>
    <message>
      <source>No pair yet. They come from your team’s lead.</source>
      <translation>এখনো কোনো জোড়া নেই। সেগুলো আপনার দলনেতার কাছ থেকে আসবে।</translation>
    </message>
    <message>
      <source>Nothing is left for you: every pair has enough judgements.</source>
      <translation>আপনার জন্য আর কিছু বাকি নেই: প্রতিটি জোড়ায় যথেষ্ট মূল্যায়ন হয়েছে।</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>শিরোনামহীন</translation>
    </message>
    <message>
      <source>author</source>
      <translation>লেখক</translation>
    </message>
    <message>
      <source>chosen, not done yet</source>
      <translation>সম্পর্ক বেছে নেওয়া হয়েছে, সম্পন্ন হয়নি</translation>
    </message>
    <message>
      <source>date</source>
      <translation>তারিখ</translation>
    </message>
    <message>
      <source>done</source>
      <translation>সম্পন্ন</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>ফ্ল্যাগ করা</translation>
    </message>
    <message>
      <source>language</source>
      <translation>ভাষা</translation>
    </message>
    <message>
      <source>least sure suggestions first</source>
      <translation>কম নিশ্চিত প্রস্তাব আগে</translation>
    </message>
    <message>
      <source>length</source>
      <translation>দৈর্ঘ্য</translation>
    </message>
    <message>
      <source>likeness</source>
      <translation>মিলের মাত্রা</translation>
    </message>
    <message>
      <source>order of import</source>
      <translation>ইমপোর্টের ক্রম</translation>
    </message>
    <message>
      <source>queue order</source>
      <translation>কাজের সারি</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>এড়ানো</translation>
    </message>
    <message>
      <source>source</source>
      <translation>সংবাদমাধ্যম</translation>
    </message>
    <message>
      <source>status</source>
      <translation>অবস্থা</translation>
    </message>
    <message>
      <source>title</source>
      <translation>শিরোনাম</translation>
    </message>
    <message>
      <source>your turn</source>
      <translation>আপনার পালা</translation>
    </message>
    <message>
      <source>{percent} alike in words, proposed for its event</source>
      <translation>শব্দে {percent} মিল, একই ঘটনা বলে প্রস্তাবিত</translation>
    </message>
    <message>
      <source>{percent} shared</source>
      <translation>{percent} মিল</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Nothing to show yet.

Drop files or a folder here to import articles,
or choose a pair or an article on the left.</source>
      <translation>দেখানোর মতো কিছু এখনো নেই।

সংবাদ ইমপোর্ট করতে এখানে ফাইল বা ফোল্ডার ছেড়ে দিন,
অথবা বাঁ দিকে একটি জোড়া বা সংবাদ বেছে নিন।</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>{name} খোলা হচ্ছে…</translation>
    </message>
  </context>
  <context>
    <name>Manual</name>
    <message>
      <source>Find in the manual</source>
      <translation>সহায়িকায় খুঁজুন</translation>
    </message>
    <message>
      <source>Find in the manual…</source>
      <translation>সহায়িকায় খুঁজুন…</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>সহায়িকা</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>পাতা</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>পাতাগুলো</translation>
    </message>
  </context>
  <context>
    <name>ManyPairs</name>
    <message numerus="yes">
      <source>%n pair(s) flagged.</source>
      <translation>
        <numerusform>%Lnটি জোড়া ফ্ল্যাগ করা হলো।</numerusform>
        <numerusform>%Lnটি জোড়া ফ্ল্যাগ করা হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) no longer flagged.</source>
      <translation>
        <numerusform>%Lnটি জোড়ার ফ্ল্যাগ সরানো হলো।</numerusform>
        <numerusform>%Lnটি জোড়ার ফ্ল্যাগ সরানো হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) skipped.</source>
      <translation>
        <numerusform>%Lnটি জোড়া আপাতত এড়ানো হলো।</numerusform>
        <numerusform>%Lnটি জোড়া আপাতত এড়ানো হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message numerus="yes">
      <source>{relation}: %n pair(s).</source>
      <translation>
        <numerusform>{relation}: %Lnটি জোড়া।</numerusform>
        <numerusform>{relation}: %Lnটি জোড়া।</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব গৃহীত হলো।</numerusform>
        <numerusform>%Lnটি প্রস্তাব গৃহীত হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব প্রত্যাখ্যাত হলো।</numerusform>
        <numerusform>%Lnটি প্রস্তাব প্রত্যাখ্যাত হলো।</numerusform>
      </translation>
    </message>
    <message>
      <source>Click into a marked span first, or press G to go to one.</source>
      <translation>আগে একটি চিহ্নিত অংশে ক্লিক করুন, অথবা সেখানে যেতে G চাপুন।</translation>
    </message>
    <message>
      <source>Click into an article first, or select text.</source>
      <translation>আগে একটি সংবাদে ক্লিক করুন, অথবা লেখা নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message numerus="yes">
      <source>Left open, to be accepted apart: %n repeated text(s).</source>
      <translation>
        <numerusform>%Lnটি পুনরাবৃত্ত লেখা বাকি রইল: আলাদা করে গ্রহণ করতে হয়।</numerusform>
        <numerusform>%Lnটি পুনরাবৃত্ত লেখা বাকি রইল: আলাদা করে গ্রহণ করতে হয়।</numerusform>
      </translation>
    </message>
    <message>
      <source>Only blank space is selected: select text.</source>
      <translation>কেবল ফাঁকা জায়গা নির্বাচিত: লেখা নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>Repeated text accepted: it covers {share} of the article.</source>
      <translation>পুনরাবৃত্ত লেখা গৃহীত: সংবাদের {share} জুড়ে আছে।</translation>
    </message>
    <message>
      <source>This is marked as “{label}” already.</source>
      <translation>এটি আগেই “{label}” হিসেবে চিহ্নিত।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>“{label}” deleted.</source>
      <translation>“{label}” মুছে ফেলা হলো।</translation>
    </message>
    <message>
      <source>“{label}” takes this part out of “{outer}”; with Shift it lies on top.</source>
      <translation>“{label}” এই অংশটুকু “{outer}” থেকে বাদ দিয়ে বসল; Shift চাপলে ওপরে বসে।</translation>
    </message>
  </context>
  <context>
    <name>Merge</name>
    <message numerus="yes">
      <source>%n row(s) were changed differently in different files.</source>
      <translation>
        <numerusform>%Lnটি ভুক্তি ভিন্ন ভিন্ন ফাইলে ভিন্নভাবে বদলানো হয়েছে।</numerusform>
        <numerusform>%Lnটি ভুক্তি ভিন্ন ভিন্ন ফাইলে ভিন্নভাবে বদলানো হয়েছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>Dittomark projects (*.ditto)</source>
      <translation>ডিটোমার্ক প্রকল্প (*.ditto)</translation>
    </message>
    <message>
      <source>Files of other annotators</source>
      <translation>অন্য মূল্যায়নকারীদের ফাইল</translation>
    </message>
    <message>
      <source>Joined. New: {what}.</source>
      <translation>একত্র করা হলো। নতুন: {what}।</translation>
    </message>
    <message>
      <source>Joining the files…</source>
      <translation>ফাইল একত্র করা হচ্ছে…</translation>
    </message>
    <message>
      <source>Look at them</source>
      <translation>সেগুলো দেখুন</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>কিছুই নেই</translation>
    </message>
  </context>
  <context>
    <name>MessageList</name>
    <message>
      <source>Close</source>
      <translation>বন্ধ করুন</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>বার্তা</translation>
    </message>
    <message>
      <source>Nothing was told yet.</source>
      <translation>এখনো কোনো বার্তা নেই।</translation>
    </message>
  </context>
  <context>
    <name>Messages</name>
    <message>
      <source>Close this message</source>
      <translation>এই বার্তা বন্ধ করুন</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>Add them</source>
      <translation>যোগ করুন</translation>
    </message>
    <message numerus="yes">
      <source>Each with each makes %n pair(s).</source>
      <translation>
        <numerusform>প্রতিটির সঙ্গে প্রতিটি মেলালে %Lnটি জোড়া হবে।</numerusform>
        <numerusform>প্রতিটির সঙ্গে প্রতিটি মেলালে %Lnটি জোড়া হবে।</numerusform>
      </translation>
    </message>
    <message>
      <source>Every pair of this list is done or skipped.</source>
      <translation>এই তালিকার সব জোড়া সম্পন্ন বা এড়ানো।</translation>
    </message>
    <message>
      <source>This is the first pair.</source>
      <translation>এটিই প্রথম জোড়া।</translation>
    </message>
    <message>
      <source>This is the last pair.</source>
      <translation>এটিই শেষ জোড়া।</translation>
    </message>
  </context>
  <context>
    <name>NewProject</name>
    <message>
      <source>Add a folder</source>
      <translation>ফোল্ডার যোগ করুন</translation>
    </message>
    <message>
      <source>Add a folder…</source>
      <translation>ফোল্ডার যোগ করুন…</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>ফাইল যোগ করুন</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>ফাইল যোগ করুন…</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>পেছনে</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>বাতিল</translation>
    </message>
    <message>
      <source>Choose the folder</source>
      <translation>ফোল্ডার বেছে নিন</translation>
    </message>
    <message>
      <source>Dittomark’s own labels</source>
      <translation>ডিটোমার্কের নিজস্ব লেবেল</translation>
    </message>
    <message>
      <source>Files and folders</source>
      <translation>ফাইল ও ফোল্ডার</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>ফোল্ডার</translation>
    </message>
    <message>
      <source>Make the project</source>
      <translation>প্রকল্প তৈরি করুন</translation>
    </message>
    <message>
      <source>My project</source>
      <translation>আমার প্রকল্প</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>নতুন প্রকল্প</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>পরবর্তী</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>সরান</translation>
    </message>
    <message>
      <source>Step {n} of {total}</source>
      <translation>ধাপ {n} / {total}</translation>
    </message>
    <message>
      <source>The labels of another project</source>
      <translation>অন্য প্রকল্পের লেবেল</translation>
    </message>
    <message>
      <source>The labels of another project…</source>
      <translation>অন্য প্রকল্পের লেবেল…</translation>
    </message>
    <message>
      <source>Which articles? Texts, web pages, CSV, JSONL; you can add more later, or drop them onto the window.</source>
      <translation>কোন কোন সংবাদ? টেক্সট, ওয়েব পাতা, CSV, JSONL; পরে আরও যোগ করা যায়, বা উইন্ডোতে ছেড়ে দেওয়া যায়।</translation>
    </message>
    <message>
      <source>You can change the labels at any time: Project › Label scheme.</source>
      <translation>লেবেল যেকোনো সময় বদলানো যায়: প্রকল্প › লেবেলের তালিকা।</translation>
    </message>
    <message>
      <source>Your name or initials</source>
      <translation>আপনার নাম বা আদ্যক্ষর</translation>
    </message>
    <message>
      <source>{path} exists already: choose another name.</source>
      <translation>{path} আগে থেকেই আছে: অন্য নাম দিন।</translation>
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <source>{h} h {min} min</source>
      <translation>{h} ঘণ্টা {min} মিনিট</translation>
    </message>
    <message>
      <source>{min} min</source>
      <translation>{min} মিনিট</translation>
    </message>
    <message>
      <source>{min} min {s} s</source>
      <translation>{min} মিনিট {s} সেকেন্ড</translation>
    </message>
    <message>
      <source>{n} %</source>
      <translation>{n}%</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s} সেকেন্ড</translation>
    </message>
  </context>
  <context>
    <name>OpenSuggestions</name>
    <message numerus="yes">
      <source>%n open suggestion(s)</source>
      <translation>
        <numerusform>%Lnটি খোলা প্রস্তাব</numerusform>
        <numerusform>%Lnটি খোলা প্রস্তাব</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব গ্রহণ করা হয়েছে।</numerusform>
        <numerusform>%Lnটি প্রস্তাব গ্রহণ করা হয়েছে।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব প্রত্যাখ্যান করা হয়েছে।</numerusform>
        <numerusform>%Lnটি প্রস্তাব প্রত্যাখ্যান করা হয়েছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>গ্রহণ করুন</translation>
    </message>
    <message>
      <source>Article by article</source>
      <translation>সংবাদ ধরে</translation>
    </message>
    <message>
      <source>Everybody's</source>
      <translation>সবার</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>ধরন</translation>
    </message>
    <message>
      <source>Least sure first</source>
      <translation>কম নিশ্চিত আগে</translation>
    </message>
    <message>
      <source>Nothing is suggested. Project → Suggest looks.</source>
      <translation>কোনো প্রস্তাব নেই। প্রকল্প → প্রস্তাব আনুন থেকে খোঁজা যায়।</translation>
    </message>
    <message>
      <source>Of every kind</source>
      <translation>সব ধরনের</translation>
    </message>
    <message>
      <source>Open suggestions</source>
      <translation>খোলা প্রস্তাব</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>ক্রম</translation>
    </message>
    <message>
      <source>Refuse</source>
      <translation>প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Suggester</source>
      <translation>প্রস্তাবক</translation>
    </message>
    <message>
      <source>Suggester by suggester</source>
      <translation>প্রস্তাবক ধরে ধরে</translation>
    </message>
    <message>
      <source>Surest first</source>
      <translation>বেশি নিশ্চিত আগে</translation>
    </message>
    <message numerus="yes">
      <source>The first %n in this order are listed.</source>
      <translation>
        <numerusform>এই ক্রমে প্রথম %Lnটি তালিকায় আছে।</numerusform>
        <numerusform>এই ক্রমে প্রথম %Lnটি তালিকায় আছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
  </context>
  <context>
    <name>Operations</name>
    <message>
      <source>Accept a suggestion</source>
      <translation>প্রস্তাব গ্রহণ</translation>
    </message>
    <message>
      <source>Add pairs</source>
      <translation>জোড়া যোগ করা</translation>
    </message>
    <message>
      <source>Add suggestions</source>
      <translation>প্রস্তাব যোগ করা</translation>
    </message>
    <message>
      <source>Adopt what all agree on</source>
      <translation>সবাই যা মানেন তা গ্রহণ করা</translation>
    </message>
    <message>
      <source>Attach an event</source>
      <translation>ঘটনা যোগ করা</translation>
    </message>
    <message>
      <source>Begin a team’s folder</source>
      <translation>দলের ফোল্ডার শুরু করা</translation>
    </message>
    <message>
      <source>Change a link</source>
      <translation>সংযোগ বদলানো</translation>
    </message>
    <message>
      <source>Change a setting of the project</source>
      <translation>প্রকল্পের একটি সেটিং বদলানো</translation>
    </message>
    <message>
      <source>Change a span</source>
      <translation>চিহ্নিত অংশ বদলানো</translation>
    </message>
    <message>
      <source>Change the label scheme</source>
      <translation>লেবেলের তালিকা বদলানো</translation>
    </message>
    <message>
      <source>Create an event</source>
      <translation>ঘটনা তৈরি</translation>
    </message>
    <message>
      <source>Create the project</source>
      <translation>প্রকল্প তৈরি করা</translation>
    </message>
    <message>
      <source>Decide a disagreement</source>
      <translation>মতভেদ মীমাংসা করা</translation>
    </message>
    <message>
      <source>Delete a link</source>
      <translation>সংযোগ মোছা</translation>
    </message>
    <message>
      <source>Delete a span</source>
      <translation>চিহ্নিত অংশ মোছা</translation>
    </message>
    <message>
      <source>Delete an event</source>
      <translation>ঘটনা মোছা</translation>
    </message>
    <message>
      <source>Detach an event</source>
      <translation>ঘটনা সরিয়ে নেওয়া</translation>
    </message>
    <message>
      <source>Edit an article’s details</source>
      <translation>সংবাদের বিবরণ সম্পাদনা</translation>
    </message>
    <message>
      <source>Edit an event</source>
      <translation>ঘটনা সম্পাদনা</translation>
    </message>
    <message>
      <source>Hand out work</source>
      <translation>কাজ ভাগ করে দেওয়া</translation>
    </message>
    <message>
      <source>Import a dataset</source>
      <translation>ডেটাসেট ইমপোর্ট করা</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>সংবাদ ইমপোর্ট করা</translation>
    </message>
    <message>
      <source>Join a team</source>
      <translation>দলে যোগ দেওয়া</translation>
    </message>
    <message>
      <source>Judge a duplicate cluster</source>
      <translation>একই লেখার গুচ্ছ মূল্যায়ন</translation>
    </message>
    <message>
      <source>Judge a pair</source>
      <translation>জোড়া মূল্যায়ন</translation>
    </message>
    <message>
      <source>Leave the team</source>
      <translation>দল ছেড়ে যাওয়া</translation>
    </message>
    <message>
      <source>Link two stretches</source>
      <translation>দুটি অংশ যুক্ত করা</translation>
    </message>
    <message>
      <source>Mark a span</source>
      <translation>অংশ চিহ্নিত করা</translation>
    </message>
    <message>
      <source>Merge files</source>
      <translation>ফাইল একত্র করা</translation>
    </message>
    <message>
      <source>Merge two events</source>
      <translation>দুটি ঘটনা এক করা</translation>
    </message>
    <message>
      <source>Pass over a step that can’t be undone</source>
      <translation>যে ধাপ ফেরানো যায় না তা পাশ কাটানো</translation>
    </message>
    <message>
      <source>Read annotations from a file</source>
      <translation>ফাইল থেকে চিহ্ন ও মূল্যায়ন পড়া</translation>
    </message>
    <message>
      <source>Recover a damaged file</source>
      <translation>নষ্ট ফাইল উদ্ধার করা</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>আবার করা</translation>
    </message>
    <message>
      <source>Refuse a suggestion</source>
      <translation>প্রস্তাব প্রত্যাখ্যান</translation>
    </message>
    <message>
      <source>Refuse passages</source>
      <translation>অভিন্ন অংশ প্রত্যাখ্যান</translation>
    </message>
    <message>
      <source>Rename an annotator</source>
      <translation>মূল্যায়নকারীর নাম বদলানো</translation>
    </message>
    <message>
      <source>Rename the project</source>
      <translation>প্রকল্পের নাম বদল</translation>
    </message>
    <message>
      <source>Settle a conflict of versions</source>
      <translation>দুই সংস্করণের বিরোধ মেটানো</translation>
    </message>
    <message>
      <source>Take back a decision</source>
      <translation>সিদ্ধান্ত ফিরিয়ে নেওয়া</translation>
    </message>
    <message>
      <source>Take back a judgement</source>
      <translation>মূল্যায়ন ফিরিয়ে নেওয়া</translation>
    </message>
    <message>
      <source>Take passages as links</source>
      <translation>অভিন্ন অংশকে সংযোগ হিসেবে নেওয়া</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নেওয়া</translation>
    </message>
    <message>
      <source>Withdraw suggestions</source>
      <translation>প্রস্তাব তুলে নেওয়া</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Back to the articles</source>
      <translation>সংবাদে ফিরুন</translation>
    </message>
  </context>
  <context>
    <name>PairReport</name>
    <message>
      <source>A</source>
      <translation>ক</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>মূল্যায়নকারী</translation>
    </message>
    <message>
      <source>B</source>
      <translation>খ</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>দিক</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>Nobody has judged this pair yet.</source>
      <translation>এই জোড়ার মূল্যায়ন এখনো কেউ করেননি।</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>নোট</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Pair {id}</source>
      <translation>জোড়া {id}</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>Report of this pair</source>
      <translation>এই জোড়ার প্রতিবেদন</translation>
    </message>
    <message>
      <source>Report written to {path}.</source>
      <translation>প্রতিবেদন {path} ফাইলে লেখা হয়েছে।</translation>
    </message>
    <message>
      <source>Shared passages: {list}</source>
      <translation>অভিন্ন অংশ: {list}</translation>
    </message>
    <message>
      <source>The two articles share no passage.</source>
      <translation>সংবাদ দুটিতে কোনো অভিন্ন অংশ নেই।</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>ওয়েব পাতা (*.html)</translation>
    </message>
    <message>
      <source>event: {title}</source>
      <translation>ঘটনা: {title}</translation>
    </message>
    <message>
      <source>undecided</source>
      <translation>সম্পর্ক বেছে নেওয়া হয়নি</translation>
    </message>
    <message>
      <source>{percent} shared</source>
      <translation>{percent} মিল</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Commands</source>
      <translation>নির্দেশ</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>নির্দেশ খুঁজুন</translation>
    </message>
    <message>
      <source>No command has these words in its name.</source>
      <translation>এই শব্দ কোনো কমান্ডের নামে নেই।</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>কী করতে চান?</translation>
    </message>
  </context>
  <context>
    <name>PassageColors</name>
    <message>
      <source>Calm</source>
      <translation>শান্ত</translation>
    </message>
    <message>
      <source>Grey, told apart by numbers</source>
      <translation>ধূসর, নম্বর দেখে চেনা যায়</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>স্বাভাবিক</translation>
    </message>
    <message>
      <source>Okabe and Ito</source>
      <translation>ওকাবে ও ইতো</translation>
    </message>
    <message>
      <source>Paul Tol, bright</source>
      <translation>পল টল, উজ্জ্বল</translation>
    </message>
    <message>
      <source>Paul Tol, muted</source>
      <translation>পল টল, চাপা</translation>
    </message>
    <message>
      <source>Soft</source>
      <translation>মৃদু</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>তীব্র</translation>
    </message>
  </context>
  <context>
    <name>Passages</name>
    <message>
      <source>link: {kind}</source>
      <translation>সংযোগ: {kind}</translation>
    </message>
    <message>
      <source>nearly word for word</source>
      <translation>প্রায় হুবহু</translation>
    </message>
    <message>
      <source>rewritten</source>
      <translation>ঘুরিয়ে লেখা</translation>
    </message>
    <message>
      <source>summary</source>
      <translation>সারসংক্ষেপ</translation>
    </message>
    <message>
      <source>word for word</source>
      <translation>হুবহু</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source> pt</source>
      <translation> পয়েন্ট</translation>
    </message>
    <message>
      <source>A relation’s key also goes on to the next pair</source>
      <translation>সম্পর্কের কী চাপলেই পরের জোড়ায় যাওয়া</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>সিস্টেম অনুযায়ী</translation>
    </message>
    <message>
      <source>Changes apply at once.</source>
      <translation>পরিবর্তন সঙ্গে সঙ্গে কার্যকর হয়।</translation>
    </message>
    <message>
      <source>Colours of the passages</source>
      <translation>অভিন্ন অংশের রং</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>গাঢ়</translation>
    </message>
    <message>
      <source>Fold boilerplate away</source>
      <translation>বাড়তি লেখা ভাঁজ করে রাখুন</translation>
    </message>
    <message>
      <source>Font of the articles</source>
      <translation>সংবাদের ফন্ট</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>উচ্চ কনট্রাস্ট</translation>
    </message>
    <message>
      <source>Keyboard shortcuts…</source>
      <translation>কিবোর্ড শর্টকাট…</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>ভাষা</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>হালকা</translation>
    </message>
    <message>
      <source>Line spacing</source>
      <translation>লাইনের ফাঁক</translation>
    </message>
    <message>
      <source>Noto, as shipped</source>
      <translation>Noto (প্রোগ্রামের সঙ্গে আসে)</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>সেটিংস</translation>
    </message>
    <message>
      <source>Scroll the articles together</source>
      <translation>সংবাদগুলো একসঙ্গে স্ক্রল হোক</translation>
    </message>
    <message>
      <source>Show invisible characters</source>
      <translation>অদৃশ্য অক্ষর দেখান</translation>
    </message>
    <message>
      <source>Size of the articles</source>
      <translation>সংবাদের লেখার মাপ</translation>
    </message>
    <message>
      <source>Strength of the colours</source>
      <translation>রঙের তীব্রতা</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>থিম</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>আপনার নাম</translation>
    </message>
  </context>
  <context>
    <name>Presenter</name>
    <message numerus="yes">
      <source>%n repeat(s) in this article</source>
      <translation>
        <numerusform>এই সংবাদে %Lnটি পুনরাবৃত্তি</numerusform>
        <numerusform>এই সংবাদে %Lnটি পুনরাবৃত্তি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব বাকি</numerusform>
        <numerusform>%Lnটি প্রস্তাব বাকি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open on the left</source>
      <translation>
        <numerusform>বাঁয়ে %Lnটি প্রস্তাব বাকি</numerusform>
        <numerusform>বাঁয়ে %Lnটি প্রস্তাব বাকি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open on the right</source>
      <translation>
        <numerusform>ডানে %Lnটি প্রস্তাব বাকি</numerusform>
        <numerusform>ডানে %Lnটি প্রস্তাব বাকি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>, %n on the right</source>
      <translation>
        <numerusform>, ডানে %Lnটি</numerusform>
        <numerusform>, ডানে %Lnটি</numerusform>
      </translation>
    </message>
    <message>
      <source>Blind mode: nothing is highlighted</source>
      <translation>ব্লাইন্ড মোড: কিছুই রং করা নেই</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>তুলনা চলছে…</translation>
    </message>
    <message>
      <source>New event</source>
      <translation>নতুন ঘটনা</translation>
    </message>
    <message>
      <source>No shared passage</source>
      <translation>কোনো অভিন্ন অংশ নেই</translation>
    </message>
    <message>
      <source>Repeated</source>
      <translation>পুনরাবৃত্ত</translation>
    </message>
    <message>
      <source>links</source>
      <translation>সংযোগ থেকে</translation>
    </message>
    <message>
      <source>machine</source>
      <translation>যন্ত্রের হিসাবে</translation>
    </message>
    <message>
      <source>{left} of the left text is in the right one · {right} of the right in the left</source>
      <translation>বাঁ দিকের লেখার {left} ডান দিকেরটিতে আছে · ডান দিকের লেখার {right} বাঁ দিকেরটিতে</translation>
    </message>
  </context>
  <context>
    <name>Program</name>
    <message>
      <source>Dittomark</source>
      <translation>ডিটোমার্ক</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Cancel</source>
      <translation>বাতিল</translation>
    </message>
  </context>
  <context>
    <name>Projects</name>
    <message>
      <source>All files (*)</source>
      <translation>সব ফাইল (*)</translation>
    </message>
    <message>
      <source>Dittomark projects (*.ditto)</source>
      <translation>ডিটোমার্ক প্রকল্প (*.ditto)</translation>
    </message>
    <message>
      <source>Dittomark sample</source>
      <translation>ডিটোমার্ক নমুনা</translation>
    </message>
    <message>
      <source>Files that can be read</source>
      <translation>যেসব ফাইল পড়া যায়</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>ফোল্ডার ইমপোর্ট করুন</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>সংবাদ ইমপোর্ট করুন</translation>
    </message>
    <message>
      <source>In this team only the lead brings in articles.</source>
      <translation>এই দলে শুধু দলনেতা সংবাদ আনেন।</translation>
    </message>
    <message>
      <source>Only {name} was opened: one project at a time.</source>
      <translation>শুধু {name} খোলা হয়েছে: একবারে একটি প্রকল্প।</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>প্রকল্প খুলুন</translation>
    </message>
  </context>
  <context>
    <name>Proposals</name>
    <message>
      <source>Accept</source>
      <translation>গ্রহণ করুন</translation>
    </message>
    <message>
      <source>Each of these may be one event. Untick articles that do not belong to it; what you refuse is not proposed again.</source>
      <translation>এগুলোর প্রতিটি একটি ঘটনা হতে পারে। যে সংবাদ এর মধ্যে পড়ে না তার টিক তুলে দিন; যা প্রত্যাখ্যান করবেন তা আর প্রস্তাব করা হবে না।</translation>
    </message>
    <message>
      <source>Event without a title</source>
      <translation>শিরোনামহীন ঘটনা</translation>
    </message>
    <message>
      <source>It is the same as…</source>
      <translation>এটি যার সঙ্গে এক…</translation>
    </message>
    <message>
      <source>No event is suggested. Project → Suggest looks for some.</source>
      <translation>কোনো ঘটনার প্রস্তাব নেই। প্রকল্প → প্রস্তাব আনুন দিয়ে খোঁজা যায়।</translation>
    </message>
    <message>
      <source>Refuse</source>
      <translation>প্রত্যাখ্যান করুন</translation>
    </message>
    <message>
      <source>Split off what is ticked</source>
      <translation>টিক দেওয়াগুলো আলাদা করুন</translation>
    </message>
    <message>
      <source>Suggested events</source>
      <translation>প্রস্তাবিত ঘটনা</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>এবং আরও %Lnটি</numerusform>
        <numerusform>এবং আরও %Lnটি</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{event}”: %n article(s) accepted.</source>
      <translation>
        <numerusform>“{event}”: %Lnটি সংবাদে গৃহীত হলো।</numerusform>
        <numerusform>“{event}”: %Lnটি সংবাদে গৃহীত হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{event}”: %n article(s) refused.</source>
      <translation>
        <numerusform>“{event}”: %Lnটি সংবাদে প্রত্যাখ্যাত হলো।</numerusform>
        <numerusform>“{event}”: %Lnটি সংবাদে প্রত্যাখ্যাত হলো।</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>QAbstractFileIconProvider</name>
    <message>
      <source>Drive</source>
      <translation>ড্রাইভ</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ফাইল</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>ফোল্ডার</translation>
    </message>
    <message>
      <source>Shortcut</source>
      <translation>শর্টকাট</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>অজানা</translation>
    </message>
  </context>
  <context>
    <name>QColorDialog</name>
    <message>
      <source>&amp;Add to Custom Colors</source>
      <translation>নিজের রঙে যোগ করুন (&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Basic colors</source>
      <translation>মূল রং (&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Custom colors</source>
      <translation>নিজের রং (&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Green:</source>
      <translation>সবুজ (&amp;G):</translation>
    </message>
    <message>
      <source>&amp;HTML:</source>
      <translation>HTML (&amp;H):</translation>
    </message>
    <message>
      <source>&amp;Pick Screen Color</source>
      <translation>পর্দা থেকে রং নিন (&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Red:</source>
      <translation>লাল (&amp;R):</translation>
    </message>
    <message>
      <source>&amp;Sat:</source>
      <translation>গাঢ়তা (&amp;S):</translation>
    </message>
    <message>
      <source>&amp;Val:</source>
      <translation>উজ্জ্বলতা (&amp;V):</translation>
    </message>
    <message>
      <source>A&amp;lpha channel:</source>
      <translation>স্বচ্ছতা (&amp;L):</translation>
    </message>
    <message>
      <source>Bl&amp;ue:</source>
      <translation>নীল (&amp;U):</translation>
    </message>
    <message>
      <source>Cursor at %1, %2
Press ESC to cancel</source>
      <translation>অবস্থান %1, %2
বাদ দিতে Esc চাপুন</translation>
    </message>
    <message>
      <source>Hu&amp;e:</source>
      <translation>রঙের আভা (&amp;E):</translation>
    </message>
    <message>
      <source>Select Color</source>
      <translation>রং বেছে নিন</translation>
    </message>
  </context>
  <context>
    <name>QDockWidget</name>
    <message>
      <source>Close</source>
      <translation>বন্ধ করুন</translation>
    </message>
    <message>
      <source>Closes the dock widget</source>
      <translation>কলামটি বন্ধ করে</translation>
    </message>
    <message>
      <source>Float</source>
      <translation>আলাদা করুন</translation>
    </message>
    <message>
      <source>Undocks and re-attaches the dock widget</source>
      <translation>কলামটি আলাদা করে, বা আবার উইন্ডোতে বসায়</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
      <translation>%1
ফোল্ডারটি পাওয়া যায়নি।
নামটি ঠিক আছে কি না দেখুন।</translation>
    </message>
    <message>
      <source>%1
File not found.
Please verify the correct file name was given.</source>
      <translation>%1
ফাইলটি পাওয়া যায়নি।
নামটি ঠিক আছে কি না দেখুন।</translation>
    </message>
    <message>
      <source>%1 already exists.
Do you want to replace it?</source>
      <translation>%1 আগে থেকেই আছে।
সেটির জায়গায় এটি রাখবেন?</translation>
    </message>
    <message>
      <source>&amp;Choose</source>
      <translation>বেছে নিন (&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>মুছুন (&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Look in:</source>
      <translation>যেখানে খুঁজবেন (&amp;L):</translation>
    </message>
    <message>
      <source>&amp;New Folder</source>
      <translation>নতুন ফোল্ডার (&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>খুলুন (&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>নাম বদলান (&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>সংরক্ষণ করুন (&amp;S)</translation>
    </message>
    <message>
      <source>'%1' is write protected.
Do you want to delete it anyway?</source>
      <translation>“%1” বদলানো থেকে সুরক্ষিত।
তবু মুছে ফেলবেন?</translation>
    </message>
    <message>
      <source>All Files (*)</source>
      <translation>সব ফাইল (*)</translation>
    </message>
    <message>
      <source>Are you sure you want to delete '%1'?</source>
      <translation>“%1” মুছে ফেলবেন?</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>পেছনে</translation>
    </message>
    <message>
      <source>Change to detail view mode</source>
      <translation>বিস্তারিত দেখুন</translation>
    </message>
    <message>
      <source>Change to list view mode</source>
      <translation>তালিকা হিসেবে দেখুন</translation>
    </message>
    <message>
      <source>Could not delete directory.</source>
      <translation>ফোল্ডারটি মোছা গেল না।</translation>
    </message>
    <message>
      <source>Create New Folder</source>
      <translation>নতুন ফোল্ডার তৈরি করুন</translation>
    </message>
    <message>
      <source>Create a New Folder</source>
      <translation>একটি নতুন ফোল্ডার তৈরি করুন</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message>
      <source>Detail View</source>
      <translation>বিস্তারিত</translation>
    </message>
    <message>
      <source>Directories</source>
      <translation>ফোল্ডার</translation>
    </message>
    <message>
      <source>Directory:</source>
      <translation>ফোল্ডার:</translation>
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation>ফাইলের নাম (&amp;N):</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>ফাইল</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>ফাইলের ধরন (&amp;T):</translation>
    </message>
    <message>
      <source>Find Directory</source>
      <translation>ফোল্ডার খুঁজুন</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>সামনে</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>পেছনে যান</translation>
    </message>
    <message>
      <source>Go forward</source>
      <translation>সামনে যান</translation>
    </message>
    <message>
      <source>Go to the parent directory</source>
      <translation>ওপরের ফোল্ডারে যান</translation>
    </message>
    <message>
      <source>List View</source>
      <translation>তালিকা</translation>
    </message>
    <message>
      <source>List of places and bookmarks</source>
      <translation>জায়গা ও বুকমার্কের তালিকা</translation>
    </message>
    <message>
      <source>New Folder</source>
      <translation>নতুন ফোল্ডার</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>খুলুন</translation>
    </message>
    <message>
      <source>Parent Directory</source>
      <translation>ওপরের ফোল্ডার</translation>
    </message>
    <message>
      <source>Recent Places</source>
      <translation>সাম্প্রতিক জায়গা</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>সরান</translation>
    </message>
    <message>
      <source>Save As</source>
      <translation>যে নামে রাখা হবে</translation>
    </message>
    <message>
      <source>Show </source>
      <translation>দেখান </translation>
    </message>
    <message>
      <source>Show &amp;hidden files</source>
      <translation>লুকানো ফাইল দেখান (&amp;H)</translation>
    </message>
    <message>
      <source>Sidebar</source>
      <translation>পাশের তালিকা</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>Computer</source>
      <translation>কম্পিউটার</translation>
    </message>
    <message>
      <source>Date Modified</source>
      <translation>পরিবর্তনের তারিখ</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>আকার</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>ধরন</translation>
    </message>
  </context>
  <context>
    <name>QKeySequenceEdit</name>
    <message>
      <source>%1, ...</source>
      <translation>%1, ...</translation>
    </message>
    <message>
      <source>Press shortcut</source>
      <translation>শর্টকাট চাপুন</translation>
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation>কপি করুন (&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>পেস্ট করুন (&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>আবার করুন (&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>ফিরিয়ে নিন (&amp;U)</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>কাটুন (&amp;T)</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>সব নির্বাচন করুন</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation>না (&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation>হ্যাঁ (&amp;Y)</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>প্রয়োগ করুন</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>বাতিল</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>বন্ধ করুন</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>বাদ দিন</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>সহায়তা</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>ঠিক আছে</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>খুলুন</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>রিসেট করুন</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>সংরক্ষণ করুন</translation>
    </message>
  </context>
  <context>
    <name>QTabBar</name>
    <message>
      <source>Scroll Left</source>
      <translation>বাঁয়ে সরান</translation>
    </message>
    <message>
      <source>Scroll Right</source>
      <translation>ডানে সরান</translation>
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation>কপি করুন (&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>পেস্ট করুন (&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>আবার করুন (&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>ফিরিয়ে নিন (&amp;U)</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>কাটুন (&amp;T)</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>মুছুন</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>সব নির্বাচন করুন</translation>
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>All that can be read in {damaged} is copied into a new file. The damaged file stays as it is. A backup, where there is one, holds more: File → Restore a backup.</source>
      <translation>{damaged} ফাইলে যা যা পড়া যায় সব নতুন একটি ফাইলে কপি করা হবে। নষ্ট ফাইলটি যেমন আছে তেমনই থাকবে। ব্যাকআপ থাকলে তাতে আরও বেশি থাকে: ফাইল → ব্যাকআপ ফিরিয়ে আনুন।</translation>
    </message>
    <message>
      <source>Choose the place</source>
      <translation>স্থান বেছে নিন</translation>
    </message>
    <message>
      <source>Choose the place…</source>
      <translation>স্থান বেছে নিন…</translation>
    </message>
    <message>
      <source>Lost or changed: {n}</source>
      <translation>হারিয়েছে বা বদলেছে: {n}</translation>
    </message>
    <message>
      <source>New file: {path}</source>
      <translation>নতুন ফাইল: {path}</translation>
    </message>
    <message>
      <source>Nothing was lost.</source>
      <translation>কিছুই হারায়নি।</translation>
    </message>
    <message>
      <source>Open the new file</source>
      <translation>নতুন ফাইলটি খুলুন</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>উদ্ধার করুন</translation>
    </message>
    <message>
      <source>Recover a damaged file</source>
      <translation>নষ্ট ফাইল উদ্ধার করুন</translation>
    </message>
    <message>
      <source>Recovered</source>
      <translation>উদ্ধার করা হলো</translation>
    </message>
    <message>
      <source>Recovered: {what}.</source>
      <translation>উদ্ধার হয়েছে: {what}।</translation>
    </message>
    <message>
      <source>Recovering…</source>
      <translation>উদ্ধার করা হচ্ছে…</translation>
    </message>
    <message>
      <source>Which file is damaged?</source>
      <translation>কোন ফাইলটি নষ্ট?</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>কিছুই নেই</translation>
    </message>
  </context>
  <context>
    <name>RelationList</name>
    <message>
      <source>Left contains right</source>
      <translation>বাঁ দিকেরটির ভেতরে ডান দিকেরটি</translation>
    </message>
    <message>
      <source>Right contains left</source>
      <translation>ডান দিকেরটির ভেতরে বাঁ দিকেরটি</translation>
    </message>
    <message>
      <source>Source: left → right</source>
      <translation>উৎস: বাঁ → ডান</translation>
    </message>
    <message>
      <source>Source: not said</source>
      <translation>উৎস: বলা হয়নি</translation>
    </message>
    <message>
      <source>Source: right → left</source>
      <translation>উৎস: ডান → বাঁ</translation>
    </message>
    <message>
      <source>Suggested, {percent} sure. {meaning}</source>
      <translation>প্রস্তাবিত, {percent} নিশ্চিত। {meaning}</translation>
    </message>
    <message>
      <source>Turn the direction</source>
      <translation>দিক ঘোরান</translation>
    </message>
    <message>
      <source>Which contains which? Not said</source>
      <translation>কোনটির ভেতরে কোনটি? বলা হয়নি</translation>
    </message>
    <message>
      <source>{percent}?</source>
      <translation>{percent}?</translation>
    </message>
  </context>
  <context>
    <name>RepeatList</name>
    <message>
      <source>Repeats in this article</source>
      <translation>এই সংবাদে পুনরাবৃত্তি</translation>
    </message>
  </context>
  <context>
    <name>Restore</name>
    <message>
      <source>Backups</source>
      <translation>ব্যাকআপ</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>ফিরিয়ে আনুন</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>ব্যাকআপ ফিরিয়ে আনুন</translation>
    </message>
    <message>
      <source>Restored: {when}</source>
      <translation>ফিরিয়ে আনা হলো: {when}</translation>
    </message>
    <message>
      <source>The project becomes what it was then. What it is now is kept, so this can be undone.</source>
      <translation>প্রকল্পটি তখন যেমন ছিল তেমন হয়ে যাবে। এখন যা আছে তা-ও রাখা হয়, তাই এটি ফিরিয়ে নেওয়া যায়।</translation>
    </message>
    <message>
      <source>There are no backups yet.</source>
      <translation>এখনো কোনো ব্যাকআপ নেই।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>{n} MB</source>
      <translation>{n} এমবি</translation>
    </message>
  </context>
  <context>
    <name>SchemeActions</name>
    <message>
      <source>{label}, over what is marked</source>
      <translation>{label}, চিহ্নিত অংশের উপরে</translation>
    </message>
  </context>
  <context>
    <name>SchemeDialog</name>
    <message>
      <source>A label that is in use is never lost: removed, it stays as retired. Old annotations keep it, new ones can’t choose it.</source>
      <translation>ব্যবহৃত লেবেল কখনো হারায় না: সরালে তা নিষ্ক্রিয় হয়ে থাকে। পুরোনো চিহ্নে লেবেলটি থেকে যায়, নতুন চিহ্নে আর বেছে নেওয়া যায় না।</translation>
    </message>
    <message>
      <source>Kinds of links</source>
      <translation>সংযোগের ধরন</translation>
    </message>
    <message>
      <source>Label scheme</source>
      <translation>লেবেলের তালিকা</translation>
    </message>
    <message>
      <source>Relations</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>Span labels</source>
      <translation>অংশের লেবেল</translation>
    </message>
    <message>
      <source>Take over from a file…</source>
      <translation>ফাইল থেকে নিন…</translation>
    </message>
    <message>
      <source>Use this scheme</source>
      <translation>এই তালিকা ব্যবহার করুন</translation>
    </message>
    <message>
      <source>Write to a file…</source>
      <translation>ফাইলে লিখুন…</translation>
    </message>
  </context>
  <context>
    <name>Scripts</name>
    <message>
      <source>Armenian</source>
      <translation>আর্মেনীয়</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>চীনা</translation>
    </message>
    <message>
      <source>Georgian</source>
      <translation>জর্জীয়</translation>
    </message>
    <message>
      <source>Gujarati</source>
      <translation>গুজরাটি</translation>
    </message>
    <message>
      <source>Gurmukhi</source>
      <translation>গুরুমুখী</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>জাপানি</translation>
    </message>
    <message>
      <source>Kannada</source>
      <translation>কন্নড়</translation>
    </message>
    <message>
      <source>Khmer</source>
      <translation>খ্‌মের</translation>
    </message>
    <message>
      <source>Korean</source>
      <translation>কোরীয়</translation>
    </message>
    <message>
      <source>Lao</source>
      <translation>লাও</translation>
    </message>
    <message>
      <source>Malayalam</source>
      <translation>মালয়ালম</translation>
    </message>
    <message>
      <source>Myanmar</source>
      <translation>বর্মি</translation>
    </message>
    <message>
      <source>Oriya</source>
      <translation>ওড়িয়া</translation>
    </message>
    <message>
      <source>Sinhala</source>
      <translation>সিংহলি</translation>
    </message>
    <message>
      <source>Syriac</source>
      <translation>সিরীয়</translation>
    </message>
    <message>
      <source>Tamil</source>
      <translation>তামিল</translation>
    </message>
    <message>
      <source>Telugu</source>
      <translation>তেলুগু</translation>
    </message>
    <message>
      <source>Thaana</source>
      <translation>থানা</translation>
    </message>
    <message>
      <source>Thai</source>
      <translation>থাই</translation>
    </message>
    <message>
      <source>Tibetan</source>
      <translation>তিব্বতি</translation>
    </message>
  </context>
  <context>
    <name>SearchDialog</name>
    <message numerus="yes">
      <source>About %n minute(s) left</source>
      <translation>
        <numerusform>আর প্রায় %Ln মিনিট</numerusform>
        <numerusform>আর প্রায় %Ln মিনিট</numerusform>
      </translation>
    </message>
    <message>
      <source>Less than a minute left</source>
      <translation>আর এক মিনিটেরও কম</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Done again: {what}</source>
      <translation>আবার করা হলো: {what}</translation>
    </message>
    <message>
      <source>Undone: {what}</source>
      <translation>ফিরিয়ে নেওয়া হলো: {what}</translation>
    </message>
  </context>
  <context>
    <name>Settled</name>
    <message>
      <source>{who} settled the events of “{title}”</source>
      <translation>{who} “{title}”-এর ঘটনা মীমাংসা করেছেন</translation>
    </message>
    <message>
      <source>{who} settled the links</source>
      <translation>{who} সংযোগগুলো মীমাংসা করেছেন</translation>
    </message>
    <message>
      <source>{who} settled the spans of “{title}”</source>
      <translation>{who} “{title}”-এর অংশগুলো মীমাংসা করেছেন</translation>
    </message>
    <message>
      <source>{who} settled: {relation}</source>
      <translation>{who}-এর মীমাংসা: {relation}</translation>
    </message>
  </context>
  <context>
    <name>Shortcuts</name>
    <message>
      <source>Filter</source>
      <translation>ফিল্টার</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>কিবোর্ড শর্টকাট</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>শর্টকাট</translation>
    </message>
    <message>
      <source>Labels and relations</source>
      <translation>লেবেল ও সম্পর্ক</translation>
    </message>
    <message>
      <source>New key</source>
      <translation>নতুন শর্টকাট</translation>
    </message>
    <message>
      <source>New key:</source>
      <translation>নতুন শর্টকাট:</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>শর্টকাট নেই</translation>
    </message>
    <message>
      <source>Reset all shortcuts</source>
      <translation>সব শর্টকাট শুরুর অবস্থায় ফেরান</translation>
    </message>
    <message>
      <source>Use this key</source>
      <translation>এই শর্টকাট ব্যবহার করুন</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>যা করে</translation>
    </message>
  </context>
  <context>
    <name>SpanList</name>
    <message>
      <source>Spans in this article</source>
      <translation>এই সংবাদের চিহ্নিত অংশ</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Join a team…</source>
      <translation>দলে যোগ দিন…</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>নতুন প্রকল্প…</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>প্রকল্প খুলুন…</translation>
    </message>
    <message>
      <source>Or drop files or a folder here: texts, web pages, CSV, JSONL, or a .ditto project.</source>
      <translation>অথবা এখানে ফাইল বা ফোল্ডার ছেড়ে দিন: টেক্সট, ওয়েব পাতা, CSV, JSONL বা .ditto প্রকল্প।</translation>
    </message>
    <message>
      <source>Read articles side by side, mark boilerplate, judge what is copied and what is not. Everything stays on this computer, in one file.</source>
      <translation>সংবাদ পাশাপাশি পড়ুন, বাড়তি লেখা চিহ্নিত করুন, কোনটি অন্যটি থেকে নেওয়া আর কোনটি নয় তা মূল্যায়ন করুন। সবকিছু এই কম্পিউটারে, একটি ফাইলে থাকে।</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>সাম্প্রতিক প্রকল্প</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>তালিকা থেকে সরান</translation>
    </message>
    <message>
      <source>Show me around</source>
      <translation>পরিচিতি দেখান</translation>
    </message>
    <message>
      <source>Try the sample project</source>
      <translation>নমুনা প্রকল্প দেখুন</translation>
    </message>
    <message>
      <source>What do two articles share?</source>
      <translation>দুটি সংবাদে মিল কোথায়?</translation>
    </message>
    <message>
      <source>not there any more: </source>
      <translation>আর সেখানে নেই: </translation>
    </message>
  </context>
  <context>
    <name>Suggest</name>
    <message numerus="yes">
      <source>%n link(s) suggested.</source>
      <translation>
        <numerusform>%Lnটি সংযোগ প্রস্তাব করা হয়েছে।</numerusform>
        <numerusform>%Lnটি সংযোগ প্রস্তাব করা হয়েছে।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) proposed for the queue.</source>
      <translation>
        <numerusform>কাজের সারির জন্য %Lnটি জোড়া প্রস্তাব করা হয়েছে।</numerusform>
        <numerusform>কাজের সারির জন্য %Lnটি জোড়া প্রস্তাব করা হয়েছে।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s). U goes to the next one.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব। U চাপলে পরেরটিতে যাওয়া যায়।</numerusform>
        <numerusform>%Lnটি প্রস্তাব। U চাপলে পরেরটিতে যাওয়া যায়।</numerusform>
      </translation>
    </message>
    <message>
      <source>Ask again after so many decisions</source>
      <translation>এতগুলো সিদ্ধান্তের পর আবার প্রস্তাব চান</translation>
    </message>
    <message>
      <source>Boilerplate: menus, link lists, captions, comment forms …</source>
      <translation>বাড়তি লেখা: মেনু, লিংকের তালিকা, ছবির বিবরণ, মন্তব্যের ঘর …</translation>
    </message>
    <message numerus="yes">
      <source>Events suggested for %n article(s).</source>
      <translation>
        <numerusform>%Lnটি সংবাদের জন্য ঘটনার প্রস্তাব এল।</numerusform>
        <numerusform>%Lnটি সংবাদের জন্য ঘটনার প্রস্তাব এল।</numerusform>
      </translation>
    </message>
    <message>
      <source>Events: articles that report the same thing</source>
      <translation>ঘটনা: একই বিষয়ের সংবাদ</translation>
    </message>
    <message>
      <source>Keeping the suggestions…</source>
      <translation>প্রস্তাব রাখা হচ্ছে…</translation>
    </message>
    <message>
      <source>Look at the events</source>
      <translation>ঘটনাগুলো দেখুন</translation>
    </message>
    <message>
      <source>Looks through every article and learns from what you marked or refused so far. Nothing is marked and no event is attached before somebody accepts it.</source>
      <translation>প্রতিটি সংবাদ দেখে এবং আপনি এ পর্যন্ত যা চিহ্নিত বা প্রত্যাখ্যান করেছেন তা থেকে শেখে। কেউ গ্রহণ না করা পর্যন্ত কিছুই চিহ্নিত হয় না, কোনো ঘটনাও যোগ হয় না।</translation>
    </message>
    <message>
      <source>Nothing new was suggested.</source>
      <translation>নতুন কোনো প্রস্তাব পাওয়া যায়নি।</translation>
    </message>
    <message numerus="yes">
      <source>Relations suggested for %n pair(s).</source>
      <translation>
        <numerusform>%Lnটি জোড়ার সম্পর্ক প্রস্তাব করা হয়েছে।</numerusform>
        <numerusform>%Lnটি জোড়ার সম্পর্ক প্রস্তাব করা হয়েছে।</numerusform>
      </translation>
    </message>
    <message>
      <source>Suggest</source>
      <translation>প্রস্তাব আনুন</translation>
    </message>
    <message>
      <source>Suggest boilerplate and events</source>
      <translation>বাড়তি লেখা ও ঘটনার প্রস্তাব</translation>
    </message>
    <message>
      <source>Then show how far boilerplate suggestions can be trusted</source>
      <translation>তারপর দেখান বাড়তি লেখার প্রস্তাবে কতটা ভরসা করা যায়</translation>
    </message>
    <message>
      <source>Your own suggesters…</source>
      <translation>আপনার নিজের প্রস্তাবক…</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>আরও %Lnটি</numerusform>
        <numerusform>আরও %Lnটি</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>কখনো না</translation>
    </message>
  </context>
  <context>
    <name>SuggesterDetails</name>
    <message>
      <source>Copy</source>
      <translation>কপি করুন</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>বিস্তারিত</translation>
    </message>
    <message>
      <source>This is for whoever wrote the suggester: what it printed, and where it failed. Your work is not touched by it.</source>
      <translation>এটি প্রস্তাবকের লেখকের জন্য: সেটি কী লিখেছিল, আর কোথায় ভুল হয়েছে। আপনার কাজের কোনো ক্ষতি হয়নি।</translation>
    </message>
    <message>
      <source>What the suggester says</source>
      <translation>প্রস্তাবক যা জানিয়েছে</translation>
    </message>
  </context>
  <context>
    <name>Suggesters</name>
    <message>
      <source>A program of yours may suggest too: it reads the articles, and writes what it suggests. It is kept on this computer, never in a project, and runs only when you tick it.</source>
      <translation>আপনার নিজের প্রোগ্রামও প্রস্তাব দিতে পারে: সেটি সংবাদ পড়ে, আর যা প্রস্তাব করে তা লিখে দেয়। প্রোগ্রামটি এই কম্পিউটারেই থাকে, কোনো প্রকল্পে নয়, আর আপনি টিক দিলে তবেই চলে।</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>যোগ করুন</translation>
    </message>
    <message>
      <source>Add a program</source>
      <translation>প্রোগ্রাম যোগ করুন</translation>
    </message>
    <message>
      <source>Choose a program</source>
      <translation>প্রোগ্রাম বেছে নিন</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>বেছে নিন…</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>কমান্ড</translation>
    </message>
    <message>
      <source>It reads</source>
      <translation>এটি পড়ে</translation>
    </message>
    <message>
      <source>It suggests</source>
      <translation>এটি প্রস্তাব করে</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>সরিয়ে দিন</translation>
    </message>
    <message>
      <source>Suggesters there are</source>
      <translation>যেসব প্রস্তাবক আছে</translation>
    </message>
    <message>
      <source>Your own suggesters</source>
      <translation>আপনার নিজের প্রস্তাবক</translation>
    </message>
    <message>
      <source>a program of yours</source>
      <translation>আপনার একটি প্রোগ্রাম</translation>
    </message>
    <message>
      <source>an installed package</source>
      <translation>ইনস্টল করা প্যাকেজ</translation>
    </message>
    <message>
      <source>comes with Dittomark</source>
      <translation>ডিটোমার্কের সঙ্গেই আসে</translation>
    </message>
    <message>
      <source>events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>every article</source>
      <translation>প্রতিটি সংবাদ</translation>
    </message>
    <message>
      <source>every pair, with both articles</source>
      <translation>প্রতিটি জোড়া, দুটি সংবাদসহ</translation>
    </message>
    <message>
      <source>links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>relations</source>
      <translation>সম্পর্ক</translation>
    </message>
    <message>
      <source>spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
  </context>
  <context>
    <name>Tables</name>
    <message>
      <source>articles</source>
      <translation>সংবাদ</translation>
    </message>
    <message>
      <source>decisions</source>
      <translation>সিদ্ধান্ত</translation>
    </message>
    <message>
      <source>events</source>
      <translation>ঘটনা</translation>
    </message>
    <message>
      <source>events of articles</source>
      <translation>সংবাদের ঘটনা</translation>
    </message>
    <message>
      <source>judgements</source>
      <translation>মূল্যায়ন</translation>
    </message>
    <message>
      <source>links</source>
      <translation>সংযোগ</translation>
    </message>
    <message>
      <source>pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>spans</source>
      <translation>চিহ্নিত অংশ</translation>
    </message>
    <message>
      <source>suggestions</source>
      <translation>প্রস্তাব</translation>
    </message>
  </context>
  <context>
    <name>Team</name>
    <message>
      <source> days</source>
      <translation> দিন</translation>
    </message>
    <message>
      <source> minutes</source>
      <translation> মিনিট</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%Ln জন</numerusform>
        <numerusform>%Ln জন</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) of yours are not published yet.</source>
      <translation>
        <numerusform>আপনার %Lnটি ধাপ এখনো পাঠানো হয়নি।</numerusform>
        <numerusform>আপনার %Lnটি ধাপ এখনো পাঠানো হয়নি।</numerusform>
      </translation>
    </message>
    <message>
      <source>Adjudicator</source>
      <translation>মীমাংসাকারী</translation>
    </message>
    <message>
      <source>Agreement, day by day</source>
      <translation>দিনে দিনে মতৈক্য</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>মূল্যায়নকারী</translation>
    </message>
    <message>
      <source>Another name…</source>
      <translation>অন্য নাম…</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>চলে গেছেন</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>শুরু হয়েছে</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>কম্পিউটার</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>গোনা হচ্ছে…</translation>
    </message>
    <message>
      <source>Decide for all</source>
      <translation>সবার জন্য নির্ধারণ করুন</translation>
    </message>
    <message>
      <source>Decided; the others get it in a moment.</source>
      <translation>ঠিক করা হলো; অন্যরা একটু পরেই পাবেন।</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>ডিভাইস</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>সম্পন্ন</translation>
    </message>
    <message>
      <source>Each pair is judged by</source>
      <translation>প্রতি জোড়া মূল্যায়ন করবেন</translation>
    </message>
    <message>
      <source>Everything you did is published.</source>
      <translation>আপনার সব কাজ পাঠানো হয়েছে।</translation>
    </message>
    <message>
      <source>Folder: {path}</source>
      <translation>ফোল্ডার: {path}</translation>
    </message>
    <message>
      <source>Go on working: everything is in your file, and is published when the folder is there again.</source>
      <translation>কাজ চালিয়ে যান: সবকিছু আপনার ফাইলে আছে, ফোল্ডার ফিরে এলে পাঠানো হবে।</translation>
    </message>
    <message>
      <source>Has</source>
      <translation>যা পেয়েছে</translation>
    </message>
    <message>
      <source>Has left: deal them no more pairs</source>
      <translation>চলে গেছেন: আর জোড়া দেওয়া হবে না</translation>
    </message>
    <message>
      <source>Have enough judgements</source>
      <translation>যথেষ্ট মূল্যায়ন হয়েছে</translation>
    </message>
    <message>
      <source>Hide what others say until it is settled</source>
      <translation>মীমাংসা না হওয়া পর্যন্ত অন্যদের মত লুকিয়ে রাখুন</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>দলনেতা</translation>
    </message>
    <message>
      <source>Leave the team…</source>
      <translation>দল ছাড়ুন…</translation>
    </message>
    <message>
      <source>More</source>
      <translation>আরও</translation>
    </message>
    <message>
      <source>More about {name}</source>
      <translation>{name} সম্পর্কে আরও</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>নাম</translation>
    </message>
    <message>
      <source>Nobody has judged the same pair as somebody else yet.</source>
      <translation>একই জোড়ার মূল্যায়ন এখনো দুজন করেননি।</translation>
    </message>
    <message>
      <source>Not begun</source>
      <translation>শুরু হয়নি</translation>
    </message>
    <message>
      <source>Nothing to settle</source>
      <translation>মীমাংসার কিছু নেই</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>মোট</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>জোড়া</translation>
    </message>
    <message>
      <source>People</source>
      <translation>মানুষ</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>প্রোগ্রাম</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>ভূমিকা</translation>
    </message>
    <message>
      <source>Role of {name}</source>
      <translation>{name}-এর ভূমিকা</translation>
    </message>
    <message>
      <source>Rules for everybody</source>
      <translation>সবার জন্য নিয়ম</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>দেখা গেছে</translation>
    </message>
    <message numerus="yes">
      <source>Settle %n disagreement(s)</source>
      <translation>
        <numerusform>%Lnটি মতভেদ মীমাংসা করুন</numerusform>
        <numerusform>%Lnটি মতভেদ মীমাংসা করুন</numerusform>
      </translation>
    </message>
    <message>
      <source>Settle disagreements</source>
      <translation>মতভেদ মীমাংসা করুন</translation>
    </message>
    <message>
      <source>Stop waiting</source>
      <translation>আর অপেক্ষা নয়</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>এখনই মিলিয়ে নিন</translation>
    </message>
    <message>
      <source>Takes part again</source>
      <translation>আবার অংশ নিচ্ছেন</translation>
    </message>
    <message>
      <source>The folder keeps what a device has not fetched for</source>
      <translation>ডিভাইসের না-নেওয়া কাজ ফোল্ডারে থাকবে</translation>
    </message>
    <message>
      <source>The team</source>
      <translation>দল</translation>
    </message>
    <message>
      <source>This project is in no team.</source>
      <translation>এই প্রকল্প কোনো দলে নেই।</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>আজ</translation>
    </message>
    <message>
      <source>Wait for it again</source>
      <translation>আবার অপেক্ষা করুন</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>কে</translation>
    </message>
    <message>
      <source>Who opened a pair counts as being at it for</source>
      <translation>জোড়া খুললে “এই জোড়ায় আছেন” ধরা হবে</translation>
    </message>
    <message>
      <source>everybody</source>
      <translation>সবাই</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>সবকিছু</translation>
    </message>
    <message>
      <source>for ever</source>
      <translation>সব সময়</translation>
    </message>
    <message>
      <source>left out: {why}</source>
      <translation>বাদ রাখা হয়েছে: {why}</translation>
    </message>
    <message>
      <source>left the team</source>
      <translation>দল ছেড়েছেন</translation>
    </message>
    <message>
      <source>nobody waits for it</source>
      <translation>কেউ এর অপেক্ষায় নেই</translation>
    </message>
    <message numerus="yes">
      <source>not yet the newest of %n device(s)</source>
      <translation>
        <numerusform>%Lnটি ডিভাইসের নতুন কাজ এখনো পায়নি</numerusform>
        <numerusform>%Lnটি ডিভাইসের নতুন কাজ এখনো পায়নি</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} pairs judged by two or more · same answer: {same} · alpha {alpha}</source>
      <translation>দুই বা তার বেশি জনের মূল্যায়ন করা জোড়া {n}টি · একই উত্তর: {same} · আলফা {alpha}</translation>
    </message>
  </context>
  <context>
    <name>TeamExchange</name>
    <message>
      <source>Not everything could be published.</source>
      <translation>সবকিছু পাঠানো যায়নি।</translation>
    </message>
    <message>
      <source>Nothing can be written into the project.</source>
      <translation>প্রকল্পে কিছু লেখা যাচ্ছে না।</translation>
    </message>
    <message>
      <source>Working with the team’s folder ended with an error.</source>
      <translation>একটি ত্রুটির কারণে দলের ফোল্ডারের সঙ্গে কাজ থেমে গেছে।</translation>
    </message>
  </context>
  <context>
    <name>TeamFolder</name>
    <message>
      <source>Begin</source>
      <translation>শুরু করুন</translation>
    </message>
    <message>
      <source>Begin the team</source>
      <translation>দল শুরু করুন</translation>
    </message>
    <message>
      <source>Blindness</source>
      <translation>মত লুকানো</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>খুঁজুন…</translation>
    </message>
    <message>
      <source>Choose a folder that everybody in your team can open: on a network drive, or one that Dropbox, OneDrive, Google Drive or Syncthing keeps in sync. Everybody works in a file of their own, on their own computer; the folder carries what they do to the others.</source>
      <translation>এমন একটি ফোল্ডার বেছে নিন যা দলের সবাই খুলতে পারেন: নেটওয়ার্ক ড্রাইভে, অথবা Dropbox, OneDrive, Google Drive বা Syncthing-এ। প্রত্যেকে নিজের কম্পিউটারে নিজের ফাইলে কাজ করেন; ফোল্ডার সেই কাজ অন্যদের কাছে পৌঁছে দেয়।</translation>
    </message>
    <message>
      <source>Each pair is judged by</source>
      <translation>প্রতি জোড়া মূল্যায়ন করবেন</translation>
    </message>
    <message>
      <source>Hide what others say until it is settled</source>
      <translation>মীমাংসা না হওয়া পর্যন্ত অন্যদের মত লুকিয়ে রাখুন</translation>
    </message>
    <message>
      <source>It can’t be read: {reason}</source>
      <translation>এটি পড়া যাচ্ছে না: {reason}</translation>
    </message>
    <message>
      <source>Join the team</source>
      <translation>দলে যোগ দিন</translation>
    </message>
    <message>
      <source>No team is here yet. To begin one, open its project first; to join one, ask its lead for the folder, and wait until it has come to this computer.</source>
      <translation>এখানে এখনো কোনো দল নেই। দল শুরু করতে আগে তার প্রকল্প খুলুন; দলে যোগ দিতে দলনেতার কাছে ফোল্ডারটি চান, এবং সেটি এই কম্পিউটারে আসা পর্যন্ত অপেক্ষা করুন।</translation>
    </message>
    <message>
      <source>No team is here yet. You begin one with “{name}”, and lead it.</source>
      <translation>এখানে এখনো কোনো দল নেই। আপনি “{name}” দিয়ে দল শুরু করছেন, দলনেতাও আপনি।</translation>
    </message>
    <message>
      <source>No team is here yet. Yours goes on here; the others choose this folder too.</source>
      <translation>এখানে এখনো কোনো দল নেই। আপনার দল এখানে চলবে; অন্যরাও এই ফোল্ডার বেছে নেবেন।</translation>
    </message>
    <message>
      <source>Shared folder</source>
      <translation>ভাগ করা ফোল্ডার</translation>
    </message>
    <message>
      <source>The folder that your team shares</source>
      <translation>যে ফোল্ডার আপনার দল ভাগ করে</translation>
    </message>
    <message>
      <source>The open project belongs to the team “{name}” that is here.</source>
      <translation>খোলা প্রকল্পটি এখানকার “{name}” দলের।</translation>
    </message>
    <message>
      <source>The team is there. Tell the others to choose the same folder.</source>
      <translation>দল তৈরি হয়েছে। অন্যদের একই ফোল্ডার বেছে নিতে বলুন।</translation>
    </message>
    <message>
      <source>The team “{name}” is here. You join it.</source>
      <translation>এখানে “{name}” দল আছে। আপনি যোগ দিচ্ছেন।</translation>
    </message>
    <message>
      <source>There is no such folder.</source>
      <translation>এমন কোনো ফোল্ডার নেই।</translation>
    </message>
    <message>
      <source>Who settles, besides you</source>
      <translation>আপনি ছাড়া আর কে মীমাংসা করবেন</translation>
    </message>
    <message>
      <source>Work together in a folder</source>
      <translation>ফোল্ডারে একসঙ্গে কাজ</translation>
    </message>
    <message>
      <source>You take part in the team. Its work comes by itself.</source>
      <translation>আপনি দলে যোগ দিয়েছেন। দলের কাজ নিজে থেকেই আসবে।</translation>
    </message>
    <message>
      <source>Your file, on this computer</source>
      <translation>এই কম্পিউটারে আপনার ফাইল</translation>
    </message>
    <message>
      <source>Your name or initials</source>
      <translation>আপনার নাম বা আদ্যক্ষর</translation>
    </message>
    <message>
      <source>Your project file lies in this folder. Move it to another one first: the folder carries the work, the file must be on your own computer alone.</source>
      <translation>আপনার প্রকল্পের ফাইল এই ফোল্ডারেই আছে। আগে সেটি অন্য ফোল্ডারে সরান: ফোল্ডার কাজ পৌঁছে দেয়, ফাইলটি শুধু আপনার কম্পিউটারে থাকতে হবে।</translation>
    </message>
    <message>
      <source>everybody</source>
      <translation>সবাই</translation>
    </message>
    <message>
      <source>names, with commas between them</source>
      <translation>নাম, মাঝে কমা দিয়ে</translation>
    </message>
    <message>
      <source>{name} takes part already. Go on if that is you, on another computer; if not, give another name.</source>
      <translation>{name} নামে একজন দলে আগে থেকেই আছেন। তিনি আপনিই হলে (অন্য কম্পিউটারে) এগিয়ে যান; নইলে অন্য নাম দিন।</translation>
    </message>
  </context>
  <context>
    <name>TeamName</name>
    <message>
      <source>All that {name} did is said under the new name, at everybody’s. {name} then chooses it too, by a click on the annotator at the top.</source>
      <translation>{name} যা করেছেন সব নতুন নামে থাকবে, সবার কাছে। এরপর {name} নিজেও ওপরে মূল্যায়নকারীর নামে চেপে নতুন নামটি বেছে নেবেন।</translation>
    </message>
    <message>
      <source>Another name</source>
      <translation>অন্য নাম</translation>
    </message>
    <message>
      <source>New name</source>
      <translation>নতুন নাম</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>নাম বদলান</translation>
    </message>
  </context>
  <context>
    <name>TeamStatus</name>
    <message numerus="yes">
      <source>%n device(s) left out</source>
      <translation>
        <numerusform>%Lnটি ডিভাইস বাদ রাখা হয়েছে</numerusform>
        <numerusform>%Lnটি ডিভাইস বাদ রাখা হয়েছে</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) wait</source>
      <translation>
        <numerusform>%Lnটি ধাপ অপেক্ষায়</numerusform>
        <numerusform>%Lnটি ধাপ অপেক্ষায়</numerusform>
      </translation>
    </message>
    <message>
      <source>Also at this pair: {names}</source>
      <translation>এই জোড়ায় এখন আরও আছেন: {names}</translation>
    </message>
    <message>
      <source>Everything is published and taken in.</source>
      <translation>সবকিছু পাঠানো ও নেওয়া হয়েছে।</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>ছাড়ুন</translation>
    </message>
    <message>
      <source>Leave the team?</source>
      <translation>দল ছাড়বেন?</translation>
    </message>
    <message>
      <source>Looking into the team’s folder…</source>
      <translation>দলের ফোল্ডার দেখা হচ্ছে…</translation>
    </message>
    <message>
      <source>Nobody else yet</source>
      <translation>এখনো আর কেউ নেই</translation>
    </message>
    <message>
      <source>Not taken in from {name}: {why}</source>
      <translation>{name}-এর কাজ নেওয়া হয়নি: {why}</translation>
    </message>
    <message>
      <source>Taking in what others did…</source>
      <translation>অন্যদের কাজ নেওয়া হচ্ছে…</translation>
    </message>
    <message>
      <source>The team was not left: {reason}</source>
      <translation>দল ছাড়া হয়নি: {reason}</translation>
    </message>
    <message>
      <source>The team’s folder can’t be used</source>
      <translation>দলের ফোল্ডার ব্যবহার করা যাচ্ছে না</translation>
    </message>
    <message>
      <source>The team’s folder is not there</source>
      <translation>দলের ফোল্ডার পাওয়া যাচ্ছে না</translation>
    </message>
    <message>
      <source>What you did is published first. Your file keeps everything, and you can join again.</source>
      <translation>আপনার কাজ আগে পাঠানো হবে। আপনার ফাইলে সবকিছু থাকবে, আবার যোগও দিতে পারবেন।</translation>
    </message>
    <message>
      <source>You left the team. Your file keeps everything.</source>
      <translation>আপনি দল ছেড়েছেন। আপনার ফাইলে সবকিছু আছে।</translation>
    </message>
    <message>
      <source>nothing waits</source>
      <translation>কিছু বাকি নেই</translation>
    </message>
    <message>
      <source>{name} seen {time}</source>
      <translation>{name}-কে দেখা গেছে {time}</translation>
    </message>
  </context>
  <context>
    <name>TextSearch</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদ</numerusform>
        <numerusform>%Lnটি সংবাদ</numerusform>
      </translation>
    </message>
    <message>
      <source>Articles found</source>
      <translation>পাওয়া সংবাদ</translation>
    </message>
    <message>
      <source>More like this article</source>
      <translation>এ রকম আরও সংবাদ</translation>
    </message>
    <message>
      <source>My last judgements</source>
      <translation>আমার শেষ মূল্যায়নগুলো</translation>
    </message>
    <message>
      <source>No article holds these words.</source>
      <translation>কোনো সংবাদে এই শব্দগুলো নেই।</translation>
    </message>
    <message>
      <source>No other article is like this one.</source>
      <translation>এ রকম আর কোনো সংবাদ নেই।</translation>
    </message>
    <message>
      <source>None yet.</source>
      <translation>এখনো কিছু নেই।</translation>
    </message>
    <message>
      <source>Pairs judged last</source>
      <translation>সবশেষে মূল্যায়ন করা জোড়া</translation>
    </message>
    <message>
      <source>Reading the articles: {percent}</source>
      <translation>সংবাদগুলো পড়া হচ্ছে: {percent}</translation>
    </message>
    <message>
      <source>Search all articles</source>
      <translation>সব সংবাদে খোঁজা</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>দেখান</translation>
    </message>
    <message>
      <source>Show beside it</source>
      <translation>পাশে দেখান</translation>
    </message>
    <message>
      <source>Words, or “words in this order”</source>
      <translation>শব্দ, অথবা “এই ক্রমে শব্দগুলো”</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Lnটি সংবাদ</numerusform>
        <numerusform>%Lnটি সংবাদ</numerusform>
      </translation>
    </message>
    <message>
      <source>No events yet. Attach one to an article with E.</source>
      <translation>এখনো কোনো ঘটনা নেই। E চেপে সংবাদে একটি যোগ করুন।</translation>
    </message>
    <message>
      <source>Timeline of events</source>
      <translation>ঘটনার সময়রেখা</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>তারিখ নেই</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%Lnটি জোড়া</numerusform>
        <numerusform>%Lnটি জোড়া</numerusform>
      </translation>
    </message>
    <message>
      <source>Annotator: {name}</source>
      <translation>মূল্যায়নকারী: {name}</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>মেনু</translation>
    </message>
    <message>
      <source>Pair {n} of {total}</source>
      <translation>জোড়া {n} / {total}</translation>
    </message>
    <message>
      <source>Pairs done</source>
      <translation>সম্পন্ন জোড়া</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>প্রস্তাব</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>আনুমানিক {time} বাকি</translation>
    </message>
    <message>
      <source>{done} done · {flagged} flagged</source>
      <translation>{done}টি সম্পন্ন · {flagged}টি ফ্ল্যাগ করা</translation>
    </message>
    <message>
      <source>{n} done today</source>
      <translation>আজ {n}টি হয়েছে</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>And when you are stuck</source>
      <translation>আর আটকে গেলে</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>পেছনে</translation>
    </message>
    <message>
      <source>Choose a relation with its number. S turns the direction, E attaches an event. Space: done, next pair.</source>
      <translation>নম্বর চেপে সম্পর্ক বেছে নিন। S দিক ঘোরায়, E ঘটনা যোগ করে। স্পেস: হয়ে গেছে, পরের জোড়া।</translation>
    </message>
    <message>
      <source>Ctrl+K finds any command by a few letters, ? shows every key, F1 opens the manual.</source>
      <translation>Ctrl+K কয়েকটি অক্ষরেই যেকোনো নির্দেশ খুঁজে দেয়, ? সব শর্টকাট দেখায়, F1 সহায়িকা খোলে।</translation>
    </message>
    <message>
      <source>Everything is saved at once</source>
      <translation>সবকিছু সঙ্গে সঙ্গে সংরক্ষিত হয়</translation>
    </message>
    <message>
      <source>Mark boilerplate</source>
      <translation>বাড়তি লেখা চিহ্নিত করুন</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>পরবর্তী</translation>
    </message>
    <message>
      <source>Pairs to judge</source>
      <translation>মূল্যায়নের জোড়া</translation>
    </message>
    <message>
      <source>Passages that both share have the same colour and number; ribbons join them. J and K go from one to the next.</source>
      <translation>দুটিতেই থাকা অংশের রং ও নম্বর এক; ফিতা সেগুলো জোড়ে। J ও K একটি থেকে আরেকটিতে নিয়ে যায়।</translation>
    </message>
    <message>
      <source>Say how the two are related</source>
      <translation>দুটির সম্পর্ক কী, বলুন</translation>
    </message>
    <message>
      <source>Select text, or click in the margin to take a whole block, and press B, or the label’s own key. Dashed marks are suggestions: accept or refuse them.</source>
      <translation>লেখা নির্বাচন করুন, অথবা পুরো অনুচ্ছেদ নিতে পাশে ক্লিক করুন, তারপর B বা লেবেলের নিজের কী চাপুন। ভাঙা রেখার অংশ হলো প্রস্তাব: গ্রহণ বা প্রত্যাখ্যান করুন।</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>এড়িয়ে যান</translation>
    </message>
    <message>
      <source>Start working</source>
      <translation>কাজ শুরু করুন</translation>
    </message>
    <message>
      <source>The queue (Ctrl+1). Each row is a pair of articles; the bar shows how much they share. Filter and sort it above; the tabs lead to all articles and events.</source>
      <translation>এটি কাজের সারি (Ctrl+1)। প্রতিটি সারিতে একজোড়া সংবাদ; বারটি দেখায় কতটা মিল। ওপরে ফিল্টার করা ও সাজানো যায়; ট্যাবে আছে সব সংবাদ ও ঘটনা।</translation>
    </message>
    <message>
      <source>There is no Save button: when it says Saved, it is on the disk. Ctrl+Z takes anything back, even tomorrow.</source>
      <translation>সংরক্ষণের কোনো বোতাম নেই: “সংরক্ষিত” দেখালে তা ডিস্কে আছে। Ctrl+Z যেকোনো কিছু ফিরিয়ে নেয়, পরের দিনও।</translation>
    </message>
    <message>
      <source>Two articles, side by side</source>
      <translation>দুটি সংবাদ, পাশাপাশি</translation>
    </message>
    <message>
      <source>{n} of {total}</source>
      <translation>{n} / {total}</translation>
    </message>
  </context>
  <context>
    <name>Trust</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব গৃহীত হলো।</numerusform>
        <numerusform>%Lnটি প্রস্তাব গৃহীত হলো।</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>%Lnটি প্রস্তাব গ্রহণ করুন</numerusform>
        <numerusform>%Lnটি প্রস্তাব গ্রহণ করুন</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept all with a score of at least</source>
      <translation>অন্তত এই স্কোরের সব গ্রহণ করুন</translation>
    </message>
    <message>
      <source>Can suggestions be trusted?</source>
      <translation>প্রস্তাবে ভরসা করা যায় কি?</translation>
    </message>
    <message>
      <source>Found (recall)</source>
      <translation>পাওয়া গেছে (রিকল)</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>ধরন</translation>
    </message>
    <message>
      <source>Measured on the pairs somebody finished: each relation was suggested by a model that had not seen the pair.</source>
      <translation>সম্পন্ন জোড়ার ওপর মাপা: প্রতিটি জোড়ার সম্পর্ক এমন মডেল প্রস্তাব করেছে, যেটি জোড়াটি আগে দেখেনি।</translation>
    </message>
    <message>
      <source>Measured on what somebody finished: each page was suggested for by a model that had not seen it.</source>
      <translation>যা সম্পন্ন হয়েছে তার ওপর মাপা: প্রতিটি পাতায় এমন মডেল প্রস্তাব দিয়েছে, যেটি পাতাটি আগে দেখেনি।</translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>মাপা হচ্ছে…</translation>
    </message>
    <message>
      <source>Nothing can be measured yet: finish more pairs, then look here again.</source>
      <translation>এখনো কিছু মাপা যায় না: আরও কয়েকটি জোড়া সম্পন্ন করুন, তারপর আবার দেখুন।</translation>
    </message>
    <message>
      <source>Nothing can be measured yet: mark the boilerplate of a few articles of one source completely, then look here again.</source>
      <translation>এখনো কিছু মাপা যায় না: একটি সংবাদমাধ্যমের কয়েকটি সংবাদের বাড়তি লেখা পুরো চিহ্নিত করুন, তারপর আবার দেখুন।</translation>
    </message>
    <message>
      <source>Precision and recall by score</source>
      <translation>স্কোর অনুযায়ী প্রিসিশন ও রিকল</translation>
    </message>
    <message>
      <source>Right (precision)</source>
      <translation>ঠিক (প্রিসিশন)</translation>
    </message>
    <message>
      <source>Score at least</source>
      <translation>অন্তত এই স্কোর</translation>
    </message>
    <message>
      <source>Suggester</source>
      <translation>প্রস্তাবক</translation>
    </message>
    <message>
      <source>This suggester does not say how far it can be trusted. Compare suggesters measures it on what you decided.</source>
      <translation>এই প্রস্তাবক নিজে জানায় না তার ওপর কতটা ভরসা করা যায়। প্রস্তাবকদের তুলনা আপনার সিদ্ধান্তের ওপর তা মেপে দেখায়।</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
      <source>Whether a line is boilerplate counts here, whatever its label; Compare suggesters asks for the label too.</source>
      <translation>এখানে দেখা হয় লাইনটি বাড়তি লেখা কি না, লেবেল যা-ই হোক; প্রস্তাবকদের তুলনায় লেবেলও মিলতে হয়।</translation>
    </message>
  </context>
  <context>
    <name>WhyNot</name>
    <message>
      <source>Click into an article first, or select text.</source>
      <translation>আগে একটি সংবাদে ক্লিক করুন, অথবা লেখা নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>In this team only the lead and the adjudicators do that.</source>
      <translation>এই দলে শুধু দলনেতা ও মীমাংসাকারীরা এটি করেন।</translation>
    </message>
    <message>
      <source>In this team only the lead does that.</source>
      <translation>এই দলে শুধু দলনেতা এটি করেন।</translation>
    </message>
    <message>
      <source>No suggestion is open here.</source>
      <translation>এখানে কোনো প্রস্তাব বাকি নেই।</translation>
    </message>
    <message>
      <source>Open a project first.</source>
      <translation>আগে একটি প্রকল্প খুলুন।</translation>
    </message>
    <message>
      <source>Select text first.</source>
      <translation>আগে লেখা নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>Select two or more articles in the list of articles first.</source>
      <translation>আগে সংবাদের তালিকায় দুই বা তার বেশি সংবাদ নির্বাচন করুন।</translation>
    </message>
    <message>
      <source>Show a pair first.</source>
      <translation>আগে একটি জোড়া দেখান।</translation>
    </message>
    <message>
      <source>Show an article first.</source>
      <translation>আগে একটি সংবাদ দেখান।</translation>
    </message>
    <message>
      <source>There is nothing to do again.</source>
      <translation>আবার করার মতো কিছু নেই।</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>ফেরানোর মতো কিছু নেই।</translation>
    </message>
    <message>
      <source>This project can only be read.</source>
      <translation>এই প্রকল্পটি শুধু পড়া যায়।</translation>
    </message>
    <message>
      <source>This project is in no team yet.</source>
      <translation>এই প্রকল্প এখনো কোনো দলে নেই।</translation>
    </message>
    <message>
      <source>This relation has no direction.</source>
      <translation>এই সম্পর্কের কোনো দিক নেই।</translation>
    </message>
    <message>
      <source>What others say is hidden until it is settled: the lead wants it so.</source>
      <translation>মীমাংসা না হওয়া পর্যন্ত অন্যদের মত লুকানো: দলনেতা তাই চান।</translation>
    </message>
  </context>
</TS>
